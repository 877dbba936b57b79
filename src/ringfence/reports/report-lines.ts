import { monthName } from '../../lib/calendar/month.ts';
import { REASONS } from '../reasons.ts';
import type { Minutes, MonthReport, Tally } from './model.ts';
import { CLASS_NAMES } from './month-report.ts';
import { sayHours } from './say-hours.ts';

/** A table for a terminal: the first column holds words, the others numbers. */
export interface LinesTable {
  heads: string[];
  rows: string[][];
}

/** Sentences and tables, in order. */
export type ReportLines = (string | LinesTable)[];

const HEADS = [
  'Promised',
  'Vacant',
  'Leave',
  'Kept',
  'of it presumed',
  'Exceptions',
  'Permitted',
  'Breaches',
  'Not ruled',
];
const TITLES = new Map<string, string>(REASONS.map(({ reason, title }) => [reason, title]));

/** What a report says on a terminal, in hours: the answer first. */
export function reportLines(report: MonthReport): ReportLines {
  const { area, month, total, published, policy, synthetic } = report;
  return [
    ...(synthetic ? ['Synthetic: made up for the demonstration, and about nobody.'] : []),
    `${area}, ${monthName(month)}. ${answerOf(total)}`,
    report.completeness,
    `Ruled by: ${policy.title}. ${sayLiteral(total)}`,
    published === null
      ? 'Live figures, which may change; they are not public.'
      : `Public since ${published.closedAt.slice(0, 10)}, revision ${published.revision}: what was recorded when it was closed.`,
    '',
    table('Hours', [
      ...report.wards.map(
        (row) => [`${row.name}, ${row.classes.map((each) => CLASS_NAMES[each]).join(', ')}`, row] as const,
      ),
      ...report.together.map((row) => [`${row.wards.map(({ name }) => name).join(', ')} together`, row] as const),
      ...(report.areaKind === 'ward' ? [] : report.boroughs.map((row) => [row.name, row] as const)),
      [`${area} in all`, total] as const,
      [sinceWords(report), report.yearSoFar] as const,
    ]),
    '',
    reasonsTable(total),
    ...besides(total),
  ];
}

function sayLiteral({ literalBreachMinutes }: Tally): string {
  return literalBreachMinutes === null
    ? 'What the literal reading of 2017 comes to is not told here: it would tell officers apart.'
    : `By the literal reading of 2017 ${sayHours(literalBreachMinutes)} hours would be breaches.`;
}

function sinceWords({ yearSoFar: { from, months, ofMonths } }: MonthReport): string {
  const since = `Since ${monthName(from)}`;
  return months === ofMonths ? since : `${since}, ${months} of ${ofMonths} months`;
}

function answerOf({ availableMinutes, awayShare, breachShare, breachMinutes }: Tally): string {
  if (awayShare === null || breachShare === null) return 'No ward duty was recorded.';
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  return `Of ${sayHours(availableMinutes)} hours of ward duty ${percent(awayShare)} were spent elsewhere; ${sayHours(breachMinutes)} hours (${percent(breachShare)}) broke the ring-fence.`;
}

function table(head: string, rows: readonly (readonly [string, Minutes])[]): LinesTable {
  return {
    heads: [head, ...HEADS],
    rows: rows.map(([name, row]) => [
      name,
      ...[sayHours(row.promisedMinutes), sayHours(row.vacancyMinutes)],
      row.leaveMinutes === null ? 'not told' : sayHours(row.leaveMinutes),
      sayHours(row.confirmedMinutes + row.presumedMinutes),
      ...[row.presumedMinutes, row.exceptionMinutes, row.permittedMinutes, row.breachMinutes].map(sayHours),
      sayHours(row.unruledMinutes),
    ]),
  };
}

function reasonsTable({ byReason }: Tally): LinesTable {
  return {
    heads: ['Called away for', 'Counts as', 'Hours'],
    rows: byReason.map(({ reason, ruling, minutes }) => [
      TITLES.get(reason) ?? 'Not shown apart',
      ruling,
      sayHours(minutes),
    ]),
  };
}

function besides({ unrosteredMinutes, offDutyMinutes, restDayMinutes, overtimeMinutes }: Tally): string[] {
  const left =
    unrosteredMinutes === null
      ? `${sayHours(offDutyMinutes)} hours of the promise were not on duty: leave, sickness, adjusted duties or not in a roster.`
      : unrosteredMinutes >= 0
        ? `${sayHours(unrosteredMinutes)} hours of the promise are in no roster.`
        : `${sayHours(-unrosteredMinutes)} hours more were rostered than contracted.`;
  return [
    '',
    left,
    `Besides: ${sayHours(restDayMinutes)} hours elsewhere on rest days, ${sayHours(overtimeMinutes)} as overtime.`,
  ];
}
