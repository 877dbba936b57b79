import type { Command } from 'commander';
import { Refused } from '../../lib/refused.ts';
import type { Output } from '../../platform/command-line.ts';
import { type TextColumn, textTable } from '../../platform/text-table.ts';
import { wrapText } from '../../platform/wrap-text.ts';
import type { EvaluationResult } from '../model.ts';
import { type FiguresOptions, figuresOptions, resultOf } from '../run/run-commands.ts';
import { type CharterRun, type EvaluationOpenings, withFigures } from '../run/with-figures-commands.ts';
import { type DueLook, dueLooks, LOOK_HEADS, lookRows } from './looks-shown.ts';
import { recordLooks } from './record-looks-service.ts';

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
      const restated = record ? await keep(run, options, output) : [];
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
  output: Output,
): Promise<string[] | null> {
  try {
    return await recordLooks(platform, { name: shown.charter.name, seen: shown.hash, until: until ?? null });
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
