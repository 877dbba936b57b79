import { type Command, InvalidArgumentError } from 'commander';
import { addMonths, isMonth, type Month, monthName } from '../../lib/calendar/month.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { toCsv } from '../../lib/tables/index.ts';
import { unitBoroughs } from '../../organisation/service.ts';
import type { OpenPlatform, Output } from '../../platform/command-line.ts';
import type { Platform } from '../../platform/platform.ts';
import { textTable } from '../../platform/text-table.ts';
import { InvalidRequest, NotFound } from '../../platform/web/index.ts';
import { wrapText } from '../../platform/wrap-text.ts';
import { andList } from '../../ui/and-list.ts';
import { readRecordedBefore } from '../before/before-service.ts';
import { closeDueMonths } from '../closing/closing-service.ts';
import { abstractionsTable } from './abstractions-table.ts';
import { type AreaAsked, reportArea } from './find-area-service.ts';
import type { MonthReport } from './model.ts';
import { type ReportLines, reportLines } from './report-lines.ts';
import { reportOpenTable } from './report-open-table.ts';
import { publicReports, ringfenceReport } from './report-service.ts';

/** What the commands of the report are given; closing is Wardroom's own work, in the operator's name. */
export interface ReportEdge {
  open: OpenPlatform;
  openSystem: OpenPlatform;
  output: Output;
}

/** Adds "wardroom ringfence report", "export" and "close". */
export function reportCommands(ringfence: Command, edge: ReportEdge): void {
  ringfence
    .command('report')
    .description('the monthly report: promised, kept, exceptions, permitted and breaches, and why')
    .option('--unit <name>', 'command unit, such as "Central North"; needed when there are several')
    .option('--month <month>', 'such as 2026-10 (default: the month before this one)', readMonth)
    .option('--borough <name or code>', 'only this borough')
    .option('--ward <name or code>', 'only this ward')
    .option('--json', 'as JSON')
    .option('--csv', 'as CSV')
    .action((options: ReportOptions) => answer(edge, edge.open, (platform) => report(platform, options, edge.output)));
  ringfence
    .command('export')
    .description('what is public, in the columns of the London Datastore, with what was rostered and promised')
    .option('--unit <name>', 'command unit; needed when there are several')
    .requiredOption('--from <month>', 'first month, such as 2026-04', readMonth)
    .requiredOption('--to <month>', 'last month', readMonth)
    .action(({ unit, from, to }: { unit?: string; from: Month; to: Month }) =>
      answer(edge, edge.open, async (platform) => {
        if (from > to) {
          edge.output.error(`--from ${from} is after --to ${to}: write the earlier month first.`);
          edge.output.exitCode(1);
          return;
        }
        const reports = await publicReports(platform, { unit: unit ?? null, from, to });
        writeCsv(edge.output, toCsv(abstractionsTable(reports)));
      }),
    );
  ringfence
    .command('close')
    .description('close the months that are due, as Wardroom does by itself every day')
    .action(() =>
      answer(edge, edge.openSystem, async (system) => {
        const closings = await closeDueMonths(system);
        if (closings.length === 0) edge.output.line('No month is due.');
        for (const { unit, month, revision } of closings)
          edge.output.line(`${unit}, ${month}: closed${revision === 1 ? '' : `, revision ${revision}`}.`);
      }),
    );
}

interface ReportOptions {
  unit?: string;
  month?: Month;
  borough?: string;
  ward?: string;
  json?: boolean;
  csv?: boolean;
}

async function report(platform: Platform, options: ReportOptions, output: Output): Promise<void> {
  const today = todayInLondon(platform.now());
  const month = options.month ?? addMonths(today.slice(0, 7) as Month, -1);
  const { unit = null, borough = null, ward = null } = options;
  if (options.json && options.csv) throw new InvalidRequest('Ask for --json or for --csv, not for both.');
  if (month > today.slice(0, 7)) throw new NotFound(`${monthName(month)} has not begun.`);
  const found = await ringfenceReport(platform, { unit, borough, ward, month });
  const asText = !options.json && !options.csv;
  const nothing = found === null || found.total.availableMinutes === 0;
  const before = nothing && asText ? await saidBefore(platform, { unit, borough, ward }, month) : null;
  if (found === null && before === null)
    throw new NotFound(`Nothing is public of ${month} yet: a month is public once it is closed.`);
  if (found === null || (nothing && asText)) {
    print(output, [
      `${monthName(month)}: no duty is recorded, so nothing is ruled.`,
      ...(before === null ? [] : [before]),
    ]);
    return;
  }
  if (options.json) output.json(found);
  else if (options.csv) writeCsv(output, toCsv(reportOpenTable([found], today)));
  else print(output, [...reportLines(found), ...publicAt(found)]);
}

/** Where the public finds the month, beside live figures, which it does not see. */
function publicAt({ published, month, areaKind, areaCode }: MonthReport): string[] {
  if (published !== null) return [];
  const of = areaCode === null ? '' : `&${areaKind}=${areaCode}`;
  return [
    '',
    `What is public of it stands at /ringfence?month=${month}${of} once the month is closed by the calendar.`,
  ];
}

/** Where a month is told of that was recorded before the ledger; null where no imported publication has it. */
async function saidBefore(platform: Platform, asked: AreaAsked, month: Month): Promise<string | null> {
  const { area } = await reportArea(platform.records, asked);
  const boroughs = await unitBoroughs(platform.records, area.unit, todayInLondon(platform.now()));
  const before = await readRecordedBefore(platform.records, boroughs);
  const found = before?.together.find((each) => each.month === month);
  if (found === undefined) return null;
  const page = `/ringfence?month=${month}${area.code === null ? '' : `&${area.kind}=${area.code}`}`;
  return `The force’s own table has the month (vintage ${andList(found.vintages)}), by borough and by type, not ruled: see ${page}.`;
}

/** Runs with the records open; what is asked wrongly is one sentence and exit code 2. */
async function answer(
  { output }: ReportEdge,
  open: OpenPlatform,
  run: (platform: Platform) => Promise<void>,
): Promise<void> {
  const { platform, close } = await open();
  try {
    await run(platform);
  } catch (error) {
    if (!(error instanceof NotFound || error instanceof InvalidRequest)) throw error;
    output.error(error.message);
    output.exitCode(2);
  } finally {
    await close();
  }
}

function print(output: Output, lines: ReportLines): void {
  for (const part of lines) {
    if (typeof part === 'string') for (const line of wrapText(part)) output.line(line);
    else if (part.rows.length > 0)
      for (const line of textTable(
        part.heads.map((head, at) => ({ head, align: at === 0 ? ('left' as const) : ('right' as const) })),
        part.rows,
      ))
        output.line(line);
  }
}

const writeCsv = (output: Output, csv: string): void => output.line(csv.replaceAll('\r\n', '\n').trimEnd());

function readMonth(text: string): Month {
  if (!isMonth(text)) throw new InvalidArgumentError(`"${text}" is not a month: write it as 2026-10.`);
  return text;
}
