import { type BoundaryVersion, boundarySet } from '../../geography/index.ts';
import { addMonths, type Month, monthName } from '../../lib/calendar/month.ts';
import type { ImportChanges, MeasureChange } from './import-changes.ts';

const MOST_RUNS = 3;

/** What an import would change, in sentences; the same on the page and on the command line. */
export function changeLines(changes: ImportChanges): string[] {
  const sets = [...new Set(changes.measures.map(({ boundaryVersion }) => boundaryVersion))];
  return [
    ...sets.flatMap((version) =>
      setLines(
        version,
        changes.measures.filter((each) => each.boundaryVersion === version),
      ),
    ),
    ...changes.givenUp.map(
      ({ file, by, months }) =>
        `${sentence(runsText(months))} ${are(months)} taken from ${by}, which is fuller than ${file}.`,
    ),
    ...changes.replaced.map(({ what, before }) =>
      before === null ? `${sentence(what)}: new.` : `${sentence(what)}: used instead of ${before}.`,
    ),
    ...(changes.heldAlready > 0
      ? [
          `${files(changes.heldAlready)} held already and ${changes.heldAlready === 1 ? 'stays as it is' : 'stay as they are'}.`,
        ]
      : []),
  ];
}

/** "January 2024 to March 2025, May 2025"; with many gaps, how many months there are between the first and the last. */
export function runsText(months: readonly Month[]): string {
  const runs: { from: Month; to: Month }[] = [];
  for (const month of months) {
    const run = runs.at(-1);
    if (run !== undefined && addMonths(run.to, 1) === month) run.to = month;
    else runs.push({ from: month, to: month });
  }
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return 'no months';
  if (runs.length > MOST_RUNS) return `${months.length} months between ${monthName(first)} and ${monthName(last)}`;
  return runs
    .map(({ from, to }) => (from === to ? monthName(from) : `${monthName(from)} to ${monthName(to)}`))
    .join(', ');
}

function setLines(version: BoundaryVersion, measures: readonly MeasureChange[]): string[] {
  const { title } = boundarySet(version);
  return [
    ...monthLines(
      measures,
      ({ newMonths }) => newMonths,
      (count, months) => `New months for ${count} (${title}): ${months}.`,
    ),
    ...monthLines(
      measures,
      ({ lostMonths }) => lostMonths,
      (count, months) => `No longer shown for ${count} (${title}): ${months}.`,
    ),
    ...valueLine(measures, title),
    ...vintageLines(measures, title),
  ];
}

/** One line for each run of months, however many measures it is about; a single line where there are many. */
function monthLines(
  measures: readonly MeasureChange[],
  monthsOf: (change: MeasureChange) => readonly Month[],
  say: (count: string, months: string) => string,
): string[] {
  const concerned = measures.filter((change) => monthsOf(change).length > 0);
  const groups = grouped(concerned, (change) => runsText(monthsOf(change)));
  if (groups.size <= MOST_RUNS) return [...groups].map(([months, of]) => say(named(of), months));
  const all = [...new Set(concerned.flatMap(monthsOf))].sort();
  return [say(named(concerned), `${runsText(all)}, not all of them for each`)];
}

function valueLine(measures: readonly MeasureChange[], title: string): string[] {
  const changed = measures.filter(({ changedValues }) => changedValues > 0);
  const values = changed.reduce((sum, { changedValues }) => sum + changedValues, 0);
  const months = new Set(changed.flatMap(({ changedMonths }) => changedMonths)).size;
  const examples = changed.flatMap(({ title: of, largest }) => largest.slice(0, 1).map((each) => ({ of, ...each })));
  const size = (each: (typeof examples)[number]): number => Math.abs((each.after ?? 0) - (each.before ?? 0));
  const [most] = examples.sort((a, b) => size(b) - size(a));
  if (most === undefined) return [];
  const [verb, month] = [values === 1 ? 'changes' : 'change', months === 1 ? 'month' : 'months'];
  return [
    `${number(values)} ${values === 1 ? 'value' : 'values'} of ${named(changed)} ${verb} in ${months} ${month} (${title}), ` +
      `most of all ${most.of} in ${most.areaName}, ${monthName(most.month)}: ${figure(most.before)} becomes ${figure(most.after)}.`,
  ];
}

function vintageLines(measures: readonly MeasureChange[], title: string): string[] {
  const moved = measures.filter(
    ({ vintagesBefore, vintagesAfter }) =>
      vintagesBefore.length > 0 && vintagesBefore.join('\n') !== vintagesAfter.join('\n'),
  );
  const groups = grouped(moved, ({ vintagesBefore, vintagesAfter }) =>
    vintagesAfter.length === 0
      ? `no longer shown; they came from ${vintagesBefore.join(', ')}`
      : `from now on shown from ${vintagesAfter.join(', ')} instead of ${vintagesBefore.join(', ')}`,
  );
  return [...groups].map(([how, of]) => `${sentence(named(of))} (${title}): ${how}.`);
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** A measure by its title, several by their number. */
const named = (changes: readonly MeasureChange[]): string =>
  changes.length === 1 ? (changes[0]?.title ?? '') : `${changes.length} measures`;
const number = (value: number): string => value.toLocaleString('en-GB', { maximumFractionDigits: 2 });
const figure = (value: number | null): string => (value === null ? 'no value' : number(value));
const sentence = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
const are = (months: readonly Month[]): string => (months.length === 1 ? 'is' : 'are');
const files = (count: number): string => (count === 1 ? 'One file is' : `${count} files are`);
