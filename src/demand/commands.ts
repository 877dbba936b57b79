import type { Command } from 'commander';
import { todayInLondon } from '../lib/calendar/today-in-london.ts';
import type { OpenPlatform, Output } from '../platform/command-line.ts';
import { textTable } from '../platform/text-table.ts';
import { wrapText } from '../platform/wrap-text.ts';
import { demandText } from './demand-lines.ts';
import type { DemandIndex, NoDemand } from './model.ts';
import { parseAsAt } from './parse-as-at.ts';
import { parseWindow } from './parse-window.ts';
import { demandIndex, readWeights } from './service.ts';
import { WrongUsage } from './wrong-usage.ts';

interface ShowOptions {
  unit?: string;
  weights?: string;
  asAt?: string;
  window?: string;
  json?: boolean;
}

/** Adds "wardroom demand show". */
export function demandCommands(program: Command, open: OpenPlatform, output: Output): void {
  const demand = program.command('demand').description('how much demand each ward has, and from what');
  demand
    .command('show')
    .description("each ward's share of the unit's demand, by component")
    .option('--unit <name>', 'command unit, such as "Central North"; needed when there are several')
    .option('--weights <file>', 'weights to use instead of weights/founding.json')
    .option('--as-at <date>', 'wards and months as at this date, such as 2026-03-01 (default: today)')
    .option('--window <from..to>', 'months to sum over, such as 2025-03..2026-02 (default: the latest 12 complete)')
    .option('--json', 'as JSON')
    .action(async (options: ShowOptions) => {
      try {
        await show(open, output, options);
      } catch (error) {
        if (!(error instanceof WrongUsage)) throw error;
        output.error(error.message);
        output.exitCode(2);
      }
    });
}

async function show(open: OpenPlatform, output: Output, options: ShowOptions): Promise<void> {
  const asAtGiven = options.asAt === undefined ? undefined : parseAsAt(options.asAt);
  const weights = options.weights === undefined ? undefined : await readWeights(options.weights);
  const { platform, close } = await open();
  try {
    const asAt = asAtGiven ?? todayInLondon(platform.now());
    const window = options.window === undefined ? undefined : parseWindow(options.window, asAt);
    const answer = await demandIndex(platform.records, { unit: options.unit ?? null, asAt, weights, window });
    if (options.json) output.json(answer);
    else if (answer.kind === 'index') printIndex(output, answer);
    if (answer.kind === 'no demand') {
      if (!options.json) output.error(noDemandSentence(answer));
      output.exitCode(1);
    }
  } finally {
    await close();
  }
}

function printIndex(output: Output, index: DemandIndex): void {
  const { head, columns, rows, notes } = demandText(index);
  const aligned = columns.map((column, place) => ({
    head: column,
    align: place < 2 ? ('left' as const) : ('right' as const),
  }));
  for (const line of [head, '', ...textTable(aligned, rows), '']) output.line(line);
  for (const line of notes.flatMap((note) => wrapText(note))) output.line(line);
}

function noDemandSentence({ unit, missing }: NoDemand): string {
  return [
    `No demand can be reckoned for ${unit}: import figures for its wards.`,
    ...missing.map(({ reason }) => reason),
  ].join(' ');
}
