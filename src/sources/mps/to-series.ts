import { type Month, monthRange } from '../../lib/calendar/month.ts';
import type { CategorySeries, MonthCoverage } from '../../measures/index.ts';
import { coverageOf } from '../engine/coverage-of.ts';
import { type Doubt, doubtful } from './doubtful.ts';
import type { Place } from './place.ts';

export const PUBLISHER = 'mps';

/** One row of a monthly file: the counts of one offence in one place, in the order of the file's month columns. */
export interface MonthlyRow {
  place: Place;
  category: string;
  counts: number[];
}

interface Area {
  place: Place;
  runs: Map<string, (number | null)[]>;
}

/** What the rows of a file come to. */
export interface MonthlySeries {
  series: CategorySeries[];
  /** Totals of what has a value. */
  coverage: MonthCoverage[];
  from: Month;
  to: Month;
  /** How many areas and offences have no value, because a row left out states them or may do so. */
  doubtful: number;
}

/**
 * A run for every area and every offence of the file, on one row of months from the first to the last. An offence
 * without a row for an area is none of it, unless a row left out may be the one that is lacking: then it has no value.
 * Runs that are alike share one list: a file has far more of no offence at all than of any.
 * @param doubts what is known of the rows left out
 */
export function toSeries(
  rows: readonly MonthlyRow[],
  months: readonly Month[],
  doubts: readonly Doubt[],
): MonthlySeries {
  const ordered = months.toSorted();
  const [from, to] = [ordered[0] as Month, ordered.at(-1) as Month];
  const everyMonth = monthRange(from, to);
  const column = everyMonth.map((month) => months.indexOf(month));
  const inOrder = column.every((at, index) => at === index);
  const none = column.map((at) => (at === -1 ? null : 0));
  const areas = new Map<string, Area>();
  const areaOf = (place: Place): Area => {
    const area = areas.get(place.areaCode) ?? { place, runs: new Map() };
    areas.set(place.areaCode, area);
    return area;
  };
  for (const { place, category, counts } of rows) {
    const { runs } = areaOf(place);
    const run = inOrder ? counts : column.map((at) => counts[at] ?? null);
    const before = runs.get(category);
    runs.set(
      category,
      before === undefined ? run : run.map((count, at) => (count === null ? null : count + (before[at] ?? 0))),
    );
  }
  for (const { place } of doubts) if (place !== null) areaOf(place);
  const categories = [...new Set([...rows, ...doubts].flatMap(({ category }) => category ?? []))].sort();
  const inDoubt = doubtful(doubts);
  const unknown = everyMonth.map(() => null);
  let withoutValue = 0;
  const valuesOf = ({ place, runs }: Area, category: string): (number | null)[] => {
    const run = runs.get(category);
    if (!inDoubt(place.areaCode, category, run !== undefined)) return run ?? none;
    withoutValue += 1;
    return unknown;
  };
  const series = [...areas.values()].flatMap((area) =>
    categories.map((category) => ({
      category,
      areaCode: area.place.areaCode,
      boundaryVersion: area.place.version,
      publisher: PUBLISHER,
      firstMonth: from,
      values: valuesOf(area, category),
    })),
  );
  return { series, coverage: coverageOf(series), from, to, doubtful: withoutValue };
}
