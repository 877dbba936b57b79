import type { Command } from 'commander';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { toCsv } from '../../lib/tables/index.ts';
import type { OpenPlatform, Output } from '../../platform/command-line.ts';
import type { Platform } from '../../platform/platform.ts';
import { numberColumns, textTable } from '../../platform/text-table.ts';
import { wrapText } from '../../platform/wrap-text.ts';
import { findPerformanceArea } from '../areas/areas-service.ts';
import type { ComparisonRefused, ComparisonTable } from '../model.ts';
import { parsePeriod } from '../periods/parse-period.ts';
import { comparisonJson } from './comparison-json.ts';
import { comparisonCells, comparisonTitle, reportParagraphs, type TestTold } from './comparison-lines.ts';
import { comparisonOpenTable } from './comparison-open-table.ts';
import { comparisonTable } from './comparison-service.ts';

interface Options {
  area?: string;
  set: string;
  period: string;
  against?: string;
  vintage?: string;
  countsAlone?: boolean;
  json?: boolean;
  csv?: boolean;
}

/** Adds "wardroom performance table" and "report". */
export function tableCommands(performance: Command, open: OpenPlatform, output: Output): void {
  asking(
    performance.command('table').description('two periods compared, measure by measure, and what each change can bear'),
  )
    .option('--json', 'as JSON')
    .option('--csv', 'as CSV')
    .action((options: Options) => run(open, output, options, (table, asAt) => showTable(output, table, options, asAt)));
  asking(performance.command('report').description('the same as numbered paragraphs for a report to a committee'))
    .option('--json', 'the paragraphs as JSON')
    .action((options: Options) =>
      run(open, output, options, (table) => {
        const paragraphs = reportParagraphs(table, testOf(options));
        if (options.json) return output.json({ title: comparisonTitle(table), synthetic: table.synthetic, paragraphs });
        for (const paragraph of paragraphs) output.line(`${paragraph}\n`);
      }),
    );
}

function asking(command: Command): Command {
  return command
    .option('--area <code or name>', 'command unit, borough, cluster, ward or LSOA (default: the first command unit)')
    .option('--set <name>', 'set of measures, as "wardroom performance set list" names it', 'public-space')
    .option('--period <period>', '2023-24, 2023-04..2024-03, ytd:2023-12 or rolling12:2024-03', 'rolling12')
    .option('--against <period>', 'the same, or baseline:pre-pandemic (default: the same months a year before)')
    .option('--vintage <name>', 'from this vintage (default: for each row the one that answers best)')
    .option('--counts-alone', 'judge by the counts alone, without what years here usually bring');
}

async function run(
  open: OpenPlatform,
  output: Output,
  options: Options,
  show: (table: ComparisonTable, asAt: string) => void,
): Promise<void> {
  if (options.json && options.csv) return refuse(output, 'Choose --json or --csv: they cannot be written together.', 2);
  for (const written of [options.period, options.against ?? '']) {
    const read = written === '' || /^\s*baseline\s*:/i.test(written) ? null : parsePeriod(written);
    if (read?.kind === 'refused') return refuse(output, read.because, 2);
  }
  const { platform, close } = await open();
  try {
    const asAt = todayInLondon(platform.now());
    const answer = await ask(platform, options, asAt);
    if (answer.kind === 'refused') return refuse(output, answer.because, 1);
    show(answer, asAt);
  } finally {
    await close();
  }
}

async function ask(platform: Platform, options: Options, asAt: string): Promise<ComparisonTable | ComparisonRefused> {
  const found = await findPerformanceArea(platform, { word: options.area ?? null, asAt });
  if (found.kind === 'refused') return found;
  const { set, period, against = null, vintage = null } = options;
  return comparisonTable(platform, { area: found.area, set, period, against, vintage, asAt });
}

function showTable(output: Output, table: ComparisonTable, options: Options, asAt: string): void {
  if (options.json) output.json(comparisonJson(table));
  else if (options.csv) output.line(toCsv(comparisonOpenTable(table, asAt)).trimEnd());
  else tellTable(output, table, testOf(options));
}

function tellTable(output: Output, table: ComparisonTable, test: TestTold): void {
  output.line(comparisonTitle(table));
  if (table.synthetic) output.line('The figures are made up.');
  for (const line of wrapText(test === 'years' ? table.answer : table.countsAnswer)) output.line(line);
  output.line('');
  const { heads, rows } = comparisonCells(table, test);
  for (const line of textTable(numberColumns(heads), rows)) output.line(line);
  output.line('');
  for (const remark of table.remarks) for (const line of wrapText(remark)) output.line(line);
  if (table.sources.length > 0) output.line(`Source: vintage ${table.vintage}, ${table.sources.join(', ')}.`);
}

function refuse(output: Output, because: string, code: 1 | 2): void {
  output.error(because);
  output.exitCode(code);
}

const testOf = ({ countsAlone }: Options): TestTold => (countsAlone ? 'counts' : 'years');
