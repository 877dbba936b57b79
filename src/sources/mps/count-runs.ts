import { type Month, monthRange } from '../../lib/calendar/month.ts';
import type { CategorySeries } from '../../measures/index.ts';
import type { CountDoubt, CountRow } from './count-rows.ts';
import type { Place } from './place.ts';

interface Area {
  place: Place;
  /** Category → sums by month, from the first month on; undefined where no row states one. */
  sums: Map<string, (number | undefined)[]>;
}

/**
 * Sums counts to a run for every area and category of a table that does not list zeros, from its first month to its
 * last. What no row states is none, except in a month without any row, in an area and month that `isKnown` denies, and
 * where a row left out may state it: there it has no value.
 * @param isKnown whether the table holds all that happened in an area in a month
 */
export function countRuns(
  publisher: string,
  counts: readonly CountRow[],
  doubts: readonly CountDoubt[],
  isKnown: (areaCode: string, month: Month) => boolean = () => true,
): CategorySeries[] {
  const held = new Set(counts.map(({ month }) => month));
  const [first, last] = [...held].sort().filter((_, at, all) => at === 0 || at === all.length - 1);
  if (first === undefined) return [];
  const months = monthRange(first, last ?? first);
  const areas = sumByArea(counts, doubts, months);
  const known = new Set([...counts, ...doubts].flatMap(({ category }) => category ?? []));
  const inDoubt = doubted(doubts);
  return [...areas.values()].flatMap(({ place, sums }) =>
    [...known].sort().map((category) => ({
      category,
      areaCode: place.areaCode,
      boundaryVersion: place.version,
      publisher,
      firstMonth: first,
      values: months.map((month, at) => {
        const sum = sums.get(category)?.[at];
        if (!held.has(month) || inDoubt(place.areaCode, category, month, sum !== undefined)) return null;
        return sum ?? (isKnown(place.areaCode, month) ? 0 : null);
      }),
    })),
  );
}

function sumByArea(
  counts: readonly CountRow[],
  doubts: readonly CountDoubt[],
  months: readonly Month[],
): Map<string, Area> {
  const position = new Map(months.map((month, at) => [month, at]));
  const areas = new Map<string, Area>();
  const areaOf = (place: Place): Area => {
    const area = areas.get(place.areaCode) ?? { place, sums: new Map() };
    areas.set(place.areaCode, area);
    return area;
  };
  for (const { place, category, month, count } of counts) {
    const { sums } = areaOf(place);
    const run = sums.get(category) ?? months.map(() => undefined);
    sums.set(category, run);
    const at = position.get(month) as number;
    run[at] = (run[at] ?? 0) + count;
  }
  for (const { place } of doubts) if (place !== null) areaOf(place);
  return areas;
}

/** Whether a figure may be too small: a doubt that names it exactly counts always, a vaguer one where no row states it. */
function doubted(
  doubts: readonly CountDoubt[],
): (areaCode: string, category: string, month: Month, isStated: boolean) => boolean {
  if (doubts.length === 0) return () => false;
  const keys = new Set(doubts.map(({ place, category, month }) => key(place?.areaCode, category, month)));
  const exact = (areaCode: string, category: string, month: Month): boolean => keys.has(key(areaCode, category, month));
  return (areaCode, category, month, isStated) => {
    if (exact(areaCode, category, month)) return true;
    if (isStated) return false;
    return [areaCode, null].some((area) =>
      [category, null].some((kind) => [month, null].some((when) => keys.has(key(area, kind, when)))),
    );
  };
}

function key(areaCode: string | null | undefined, category: string | null, month: Month | null): string {
  return `${areaCode ?? ''}\n${category ?? ''}\n${month ?? ''}`;
}
