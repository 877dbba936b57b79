import type { BoundaryVersion } from '../../geography/index.ts';
import { type Month, monthRange } from '../../lib/calendar/month.ts';
import type { CategorySeries, MonthCoverage } from '../../measures/index.ts';

export const PUBLISHER = 'mps';

/** Where a row's offences happened: an official area, or a place that is none. */
export interface Place {
  areaCode: string;
  version: BoundaryVersion | 'unplaced';
}

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

/** A run for every area and every offence of the file, on one row of months from the first to the last. */
export function toSeries(
  rows: MonthlyRow[],
  months: Month[],
): { series: CategorySeries[]; coverage: MonthCoverage[]; from: Month; to: Month } {
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
  const categories = [...new Set(rows.map(({ category }) => category))].sort();
  const series = [...areas.values()].flatMap(({ place, runs }) =>
    categories.map((category) => ({
      category,
      areaCode: place.areaCode,
      boundaryVersion: place.version,
      publisher: PUBLISHER,
      firstMonth: from,
      values: runs.get(category) ?? none,
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
  return { series, coverage, from, to };
}

function entry<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const created = create();
  map.set(key, created);
  return created;
}
