import { type Month, monthRange } from '../../lib/calendar/month.ts';
import type { CategorySeries, MonthCoverage } from '../../measures/index.ts';
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
  coverage: MonthCoverage[];
  from: Month;
  to: Month;
  /** How many areas and offences have no value, because a row left out states them or may do so. */
  doubtful: number;
}

/**
 * A run for every area and every offence of the file, on one row of months from the first to the last. An offence
 * without a row for an area is none of it, unless a row left out may be the one that is lacking: then it has no value.
 * @param doubts what is known of the rows left out
 */
export function toSeries(rows: MonthlyRow[], months: Month[], doubts: readonly Doubt[]): MonthlySeries {
  const ordered = [...months].sort();
  const [from, to] = [ordered[0] as Month, ordered.at(-1) as Month];
  const everyMonth = monthRange(from, to);
  const position = months.map((month) => everyMonth.indexOf(month));
  const none: (number | null)[] = everyMonth.map((month) => (months.includes(month) ? 0 : null));
  const areas = new Map<string, Area>();
  const totals = new Map<Place['version'], number[]>();
  for (const { place, category, counts } of rows) {
    const area = entry(areas, place.areaCode, () => ({ place, runs: new Map() }));
    const run = entry(area.runs, category, () => [...none]);
    const total = entry(totals, place.version, () => everyMonth.map(() => 0));
    counts.forEach((count, index) => {
      const at = position[index] as number;
      run[at] = (run[at] ?? 0) + count;
      total[at] = (total[at] ?? 0) + count;
    });
  }
  for (const { place } of doubts) if (place !== null) entry(areas, place.areaCode, () => ({ place, runs: new Map() }));
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
  const coverage = [...totals].flatMap(([boundaryVersion, total]) =>
    months.map((month, index) => ({
      month,
      publisher: PUBLISHER,
      boundaryVersion,
      total: total[position[index] as number] as number,
    })),
  );
  return { series, coverage, from, to, doubtful: withoutValue };
}

function entry<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}
