import { longDate } from '../../ui/long-date.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import type { ComparisonRow, ComparisonTable } from '../model.ts';
import { sayCountChange, sayInDays } from './say-change.ts';

/** Which of the two tests is told: with what earlier years bring, or of the counts alone. */
export type TestTold = 'years' | 'counts';

/** A table for a terminal: its heads, and rows of as many cells; a group's title is a row of one. */
export function comparisonCells(table: ComparisonTable, test: TestTold): { heads: string[]; rows: string[][] } {
  const heads = daily(table)
    ? ['', 'Current', 'Previous', '% a day', 'Force % a day', 'What it can bear']
    : ['', 'Current', 'Previous', 'Change', '%', 'Force %', 'What it can bear'];
  const groups = [...new Set(table.rows.map(({ group }) => group))];
  const rows = groups.flatMap((group) => [
    [group],
    ...table.rows.filter((row) => row.group === group).map((row) => cellsOf(row, test, daily(table))),
  ]);
  return { heads, rows };
}

/** Of periods that are not as long, one count less the other would contradict the percentage beside it. */
const daily = ({ compares }: ComparisonTable): boolean => compares === 'daily rates';

function cellsOf(row: ComparisonRow, test: TestTold, perDay: boolean): string[] {
  const { current, previous, change, percentChange, forceWide, smallNumbers, countsWords, words } = row;
  return [
    `  ${row.measure}`,
    ...[current, previous].map((count) => (count === null ? '' : wholeNumber(count))),
    ...(perDay ? [] : [change === null ? '' : signed(change, wholeNumber)]),
    smallNumbers || percentChange === null ? '' : `${signed(percentChange, oneDecimal)}% ${arrow(row)}`.trimEnd(),
    forceWide?.percentChange == null ? '' : `${signed(forceWide.percentChange, oneDecimal)}%`,
    test === 'years' ? words : countsWords,
  ];
}

/** The head of a comparison in one line: "Islington: …, April 2023 to March 2024 against April 2022 to March 2023". */
export function comparisonTitle({ area, set, periods }: ComparisonTable): string {
  return `${area.name}: ${set.title}, ${periods.current.label} against ${periods.previous.label}`;
}

/** The same as numbered paragraphs of plain text, for a report to a scrutiny committee. */
export function reportParagraphs(table: ComparisonTable, test: TestTold): string[] {
  const { periods, set, area, remarks } = table;
  const groups = [...new Set(table.rows.map(({ group }) => group))];
  const days = ({ days: count }: { days: number }): string => `${wholeNumber(count)} days`;
  const paragraphs = [
    `This compares ${area.name} in ${periods.current.label} (${days(periods.current)}) with ${periods.previous.label} (${days(periods.previous)}), by the set of measures "${set.title}" as agreed from ${longDate(set.from)}.`,
    ...(table.synthetic ? ['The figures are made up: they are the demonstration’s.'] : []),
    test === 'years' ? table.answer : table.countsAnswer,
    ...groups.map((group) =>
      [
        `${group}.`,
        ...table.rows.filter((row) => row.group === group).map((row) => sayRow(row, test, daily(table))),
      ].join(' '),
    ),
    ...remarks,
    `Source: ${[table.vintage === null ? null : `vintage ${table.vintage}`, ...table.sources].filter((each) => each !== null).join(', ')}.`,
  ];
  return paragraphs.map((paragraph, at) => `${at + 1}. ${paragraph}`);
}

function sayRow(row: ComparisonRow, test: TestTold, perDay: boolean): string {
  const { measure, current, previous, forceWide, missing, smallNumbers } = row;
  if (missing !== null || current === null || previous === null) return `${measure}: ${missing}`;
  const force =
    forceWide === null || forceWide.percentChange === null || smallNumbers
      ? ''
      : ` The force as a whole: ${sayPercent(forceWide.percentChange, perDay)}.`;
  const words = test === 'years' ? row.words : row.countsWords;
  // Those words have the counts and their days in them.
  if (perDay && smallNumbers) return `${measure}: ${words}`;
  const counts = perDay
    ? sayInDays([current, previous], row.days)
    : `${wholeNumber(current)} against ${wholeNumber(previous)}`;
  const change = smallNumbers ? '' : sayBrackets([current, previous], row.percentChange, perDay);
  return `${measure}: ${counts}${change}. ${words}${force}`;
}

/** " (61 fewer, 5.7%)"; of what there was a day " (4.2% more a day)". */
function sayBrackets([current, previous]: [number, number], percentChange: number | null, perDay: boolean): string {
  if (perDay) return percentChange === null ? '' : ` (${sayPercent(percentChange, perDay)})`;
  const percent = percentChange === null ? '' : `, ${oneDecimal(Math.abs(percentChange))}%`;
  return ` (${sayCountChange(current, previous).toLowerCase()}${percent})`;
}

const sayPercent = (change: number, perDay: boolean): string =>
  `${change === 0 ? 'as many' : `${oneDecimal(Math.abs(change))}% ${change < 0 ? 'fewer' : 'more'}`}${perDay ? ' a day' : ''}`;

const ARROWS = { up: '↑', down: '↓', level: '↔' } as const;
const arrow = ({ direction }: ComparisonRow): string => (direction === null ? '' : ARROWS[direction]);

const oneDecimal = (value: number): string => value.toFixed(1);
const signed = (value: number, say: (value: number) => string): string =>
  value === 0 ? say(0) : `${value < 0 ? '−' : '+'}${say(Math.abs(value))}`;
