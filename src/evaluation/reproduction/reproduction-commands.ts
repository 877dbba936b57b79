import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import type { Output } from '../../platform/command-line.ts';
import { contentHash } from '../../platform/publication/index.ts';
import { Refusal } from '../../sources/index.ts';
import { parseCharter } from '../charter/parse-charter.ts';
import { evaluateInput, inputOf } from '../run/evaluation-service.ts';
import type { EvaluationInput } from '../run/model.ts';
import { type FiguresOptions, figuresOptions, resultOf } from '../run/run-commands.ts';
import { type EvaluationOpenings, withFigures } from '../run/with-figures-commands.ts';
import { reproductionFiles } from './reproduction-files.ts';

/** Adds "export", which writes all that gives a result again, and "reproduce", which does so and sets it beside. */
export function reproductionCommands(parent: Command, openings: EvaluationOpenings): void {
  const { output } = openings;
  figuresOptions(
    parent
      .command('export <charter>')
      .description('write charter, figures, panels, seed, versions and result to a new folder, with the commands')
      .requiredOption('--to <folder>', 'a folder that is not there yet'),
  ).action(async (charter: string, options: FiguresOptions & { to: string }) => {
    const folder = resolve(options.to);
    if (existsSync(folder)) throw new Refusal(`${options.to} is there already: name another folder.`);
    await withFigures(openings, { charter, from: options.from ?? [] }, async (run) => {
      const result = await resultOf(run, options, output);
      const input = await inputOf(run.platform, { shown: run.shown, until: options.until ?? null });
      if (result === null || 'kind' in input) return;
      const files = reproductionFiles(input, result);
      for (const { name, text } of files) {
        const path = join(folder, name);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, text, { flag: 'wx' });
      }
      if (options.json) output.json({ folder, files: files.map(({ name }) => name) });
      else output.line(`${files.length} files are in ${options.to}: README.txt has the commands that give it again.`);
    });
  });
  parent
    .command('reproduce <folder>')
    .description('work out an export again from its input, and say whether it comes to the same')
    .action((folder: string) => reproduce(folder, output));
}

async function reproduce(folder: string, output: Output): Promise<void> {
  const input = inputShape.safeParse(await readJson(folder, 'input.json'));
  const charter = parseCharter(input.data?.shown.charter);
  if (!input.success || charter.kind === 'refused') {
    throw new Refusal(`${folder} holds no input that can be read: export it again.`);
  }
  const answer = await evaluateInput(input.data);
  if (answer.kind === 'refused') throw new Refusal(answer.because);
  const kept = await readJson(folder, 'result.json');
  if (contentHash(JSON.parse(JSON.stringify(answer.result))) === contentHash(kept)) {
    output.line('It comes to the same, to the last digit.');
    return;
  }
  output.error('It comes to something else: the input, the result or the version of Wardroom is another.');
  output.exitCode(1);
}

/** Only the outline is checked; the charter is read in full. */
const inputShape = z.custom<EvaluationInput>((value) => outline.safeParse(value).success);

const outline = z.looseObject({
  shown: z.looseObject({ charter: z.unknown(), hash: z.string() }),
  areas: z.array(z.object({ code: z.string(), name: z.string() })),
  borders: z.array(z.tuple([z.string(), z.string()])),
  figures: z.array(z.looseObject({ measure: z.string(), area: z.string(), values: z.array(z.number().nullable()) })),
  guardFigures: z.array(z.looseObject({ measure: z.string(), area: z.string() })),
  until: z.string().nullable(),
  source: z.looseObject({ vintage: z.string(), files: z.array(z.string()) }),
  versions: z.looseObject({ wardroom: z.string() }),
});

/** @throws Refusal where there is none */
async function readJson(folder: string, name: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(folder, name), 'utf8'));
  } catch {
    throw new Refusal(`${join(folder, name)} cannot be read: name a folder that "wardroom evaluation export" wrote.`);
  }
}
