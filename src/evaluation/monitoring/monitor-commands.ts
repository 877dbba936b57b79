import type { Command } from 'commander';
import { Refused } from '../../lib/refused.ts';
import type { Output } from '../../platform/command-line.ts';
import { contentHash } from '../../platform/publication/index.ts';
import { type TextColumn, textTable } from '../../platform/text-table.ts';
import { wrapText } from '../../platform/wrap-text.ts';
import { courseOfCharter, takeLook } from '../charter/looks-service.ts';
import type { EvaluationResult } from '../model.ts';
import { inputOf } from '../run/evaluation-service.ts';
import { type FiguresOptions, figuresOptions, resultOf } from '../run/run-commands.ts';
import { type CharterRun, type EvaluationOpenings, withFigures } from '../run/with-figures-commands.ts';
import { type DueLook, dueLooks, LOOK_HEADS, lookRows, sayRestated } from './looks-shown.ts';

/** Adds "monitor": the looks of a charter that are due, and what they come to. */
export function monitorCommand(parent: Command, openings: EvaluationOpenings): void {
  const { output } = openings;
  figuresOptions(
    parent
      .command('monitor <charter>')
      .description('the looks that are due by the stop rule, outcome by outcome')
      .option('--record', 'keep what the looks found, with who took them and when'),
  ).action(async (charter: string, options: FiguresOptions & { record?: boolean }) => {
    const { from = [], record = false, json = false } = options;
    if (record && from.length > 0) {
      output.error('Looks are kept on figures of the records: import the files, then leave out --from.');
      output.exitCode(2);
      return;
    }
    await withFigures(openings, { charter, from }, async (run) => {
      const result = await resultOf(run, options, output);
      if (result === null) return;
      const due = dueLooks(result);
      const restated = record ? await keep(run, options, { result, due }, output) : [];
      if (restated === null) return;
      const { state } = result;
      if (json) output.json({ charter: result.charter.name, hash: result.charter.hash, state, looks: due, restated });
      else
        for (const line of [...linesOf(result, due), ...restated.flatMap((each) => wrapText(each))]) output.line(line);
    });
  });
}

/** Keeps the looks, and says which were found on other figures before; null where they were refused, and said so. */
async function keep(
  { platform, shown }: CharterRun,
  { until }: FiguresOptions,
  { result, due }: { result: EvaluationResult; due: readonly DueLook[] },
  output: Output,
): Promise<string[] | null> {
  const input = await inputOf(platform, { shown, until: until ?? null });
  if ('kind' in input) return null;
  const panelHash = contentHash([input.areas, input.figures]);
  const { name } = shown.charter;
  try {
    const before = (await courseOfCharter(platform, name))?.looks ?? [];
    const found = due.map(({ group, measure, look }) => ({ group, measure, look }));
    await takeLook(platform, { name, found, panelHash, vintage: result.figures.vintage });
    return sayRestated(due, before, panelHash);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    for (const { sentence } of error.problems) output.error(sentence);
    output.exitCode(1);
    return null;
  }
}

const COLUMNS = LOOK_HEADS.map(
  (head): TextColumn => ({ head, align: /Gap|As much|at$/.test(head) ? 'right' : 'left' }),
);

function linesOf(result: EvaluationResult, due: readonly DueLook[]): string[] {
  if (due.length === 0) return ['No look is due yet: figures of the first one are not in.'];
  return [
    `State by the stop rule: ${result.state}.`,
    ...result.groups.flatMap(({ name }) => [
      ...['', name, '', ...textTable(COLUMNS, lookRows(due, name)), ''],
      ...result.outcomes
        .filter(({ group, role }) => group === name && role !== 'context')
        .flatMap(({ title, because }) => wrapText(`${title}: ${because}`)),
    ]),
  ];
}
