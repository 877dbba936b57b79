import cliProgress from 'cli-progress';
import { type Command, InvalidArgumentError } from 'commander';
import { isMonth, type Month } from '../../lib/calendar/month.ts';
import type { Output } from '../../platform/command-line.ts';
import { numberColumns, textTable } from '../../platform/text-table.ts';
import { wrapText } from '../../platform/wrap-text.ts';
import type { EvaluationResult } from '../model.ts';
import { evaluateCharter, type OnProgress } from './evaluation-service.ts';
import { RESULT_HEADS, resultShown } from './result-lines.ts';
import { type CharterRun, type EvaluationOpenings, withFigures } from './with-figures-commands.ts';

/** Options of every command that goes by the figures of a charter. */
export interface FiguresOptions {
  from?: string[];
  until?: Month;
  json?: boolean;
}

/** Adds "run": what a pilot comes to by its charter. */
export function runCommand(parent: Command, openings: EvaluationOpenings): void {
  const { output } = openings;
  figuresOptions(
    parent.command('run <charter>').description('what a pilot comes to by its charter, in plain words'),
  ).action(async (charter: string, options: FiguresOptions) => {
    await withFigures(openings, { charter, from: options.from ?? [] }, async (run) => {
      const result = await resultOf(run, options, output);
      if (result === null) return;
      if (options.json) output.json(result);
      else for (const line of linesOf(result)) output.line(line);
    });
  });
}

/** Options that say which figures a charter is evaluated on. */
export function figuresOptions(command: Command): Command {
  return command
    .option('--from <files...>', 'evaluate straight from these files, such as the MPS borough files; nothing is kept')
    .option('--until <month>', 'as if figures ended with this month, such as 2017-06', readMonth)
    .option('--json', 'as JSON');
}

/** @throws InvalidArgumentError, which is answered as wrong usage */
function readMonth(text: string): Month {
  if (!isMonth(text)) throw new InvalidArgumentError('Write a month as 2017-06.');
  return text;
}

/** The result of a charter, a bar on the terminal while it is worked out; null where it was refused, and said so. */
export async function resultOf(
  { platform, shown }: CharterRun,
  { until }: Pick<FiguresOptions, 'until'>,
  output: Output,
): Promise<EvaluationResult | null> {
  const bar = progressBar();
  try {
    const answer = await evaluateCharter(platform, { shown, until: until ?? null }, bar.told);
    if (answer.kind === 'evaluated') return answer.result;
    output.error(answer.because);
    output.exitCode(1);
    return null;
  } finally {
    bar.stop();
  }
}

/** A bar on the terminal's error stream; nothing elsewhere, so that logs and pipes stay clean. */
function progressBar(): { told: OnProgress; stop(): void } {
  if (!process.stderr.isTTY) return { told: () => {}, stop: () => {} };
  const bar = new cliProgress.SingleBar({
    stream: process.stderr,
    format: 'evaluating [{bar}] {value} of {total} outcomes',
    clearOnComplete: true,
    hideCursor: true,
  });
  let begun = false;
  return {
    told: ({ done, total }) => {
      if (!begun) bar.start(total, done);
      begun = true;
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}

function linesOf(result: EvaluationResult): string[] {
  const { before, groups, remarks, standing } = resultShown(result);
  return [
    ...(before === null ? [] : wrapText(before)),
    ...groups.flatMap(({ paragraph }, at) => [...(at > 0 || before !== null ? [''] : []), ...wrapText(paragraph)]),
    ...groups.flatMap(({ title, rows, besides }) => [
      ...['', title, '', ...textTable(numberColumns(RESULT_HEADS), rows), ''],
      ...besides,
    ]),
    '',
    ...remarks.flatMap((remark) => wrapText(`– ${remark}`)),
    '',
    ...wrapText(standing),
  ];
}
