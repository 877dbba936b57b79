import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Output } from '../../platform/command-line.ts';
import { contentHash } from '../../platform/publication/index.ts';
import { Refusal } from '../../sources/index.ts';
import { evaluateInput, inputOf } from '../run/evaluation-service.ts';
import { type FiguresOptions, figuresOptions, resultOf } from '../run/run-commands.ts';
import { type EvaluationOpenings, withFigures } from '../run/with-figures-commands.ts';
import { inputShape } from './input-shape.ts';
import { type ReproductionFile, reproductionFiles } from './reproduction-files.ts';

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
  const read = inputShape.safeParse(await readJson(folder, 'input.json'));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Refusal(
      `input.json of ${folder} is damaged at ${issue?.path.join('.') || 'its beginning'}: export it again.`,
    );
  }
  const { data: input } = read;
  const { charter, hash } = input.shown;
  if (contentHash(charter) !== hash)
    throw new Refusal(
      `The charter in input.json has the hash ${contentHash(charter).slice(0, 8)}…, and ${hash.slice(0, 8)}… was evaluated: it was changed afterwards; export it again.`,
    );
  const answer = await evaluateInput(input);
  if (answer.kind === 'refused') throw new Refusal(answer.because);
  const differ = await filesThatDiffer(folder, reproductionFiles(input, answer.result));
  if (differ.length === 0) {
    output.line('It comes to the same, to the last digit, and every file of the export says what its input says.');
    return;
  }
  output.error(
    `${differ.join(', ')}: not what input.json comes to; a file was changed, or this is another version of Wardroom than ${input.versions.wardroom}.`,
  );
  output.exitCode(1);
}

/** Names of files that do not say what was worked out again, or are not there. Ends of lines do not count. */
async function filesThatDiffer(folder: string, files: readonly ReproductionFile[]): Promise<string[]> {
  const differ: string[] = [];
  for (const { name, text } of files) {
    const kept = await readFile(join(folder, name), 'utf8').catch(() => null);
    if (kept?.replaceAll('\r\n', '\n') !== text.replaceAll('\r\n', '\n')) differ.push(name);
  }
  return differ;
}

/** @throws Refusal where there is none */
async function readJson(folder: string, name: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(join(folder, name), 'utf8'));
  } catch {
    throw new Refusal(`${join(folder, name)} cannot be read: name a folder that "wardroom evaluation export" wrote.`);
  }
}
