import { type Month, monthRange } from '../../lib/calendar/month.ts';
import type { CategorySeries } from '../../measures/index.ts';
import type { CountDoubt, CountRow } from './count-rows.ts';
import type { Place } from './place.ts';

interface Area {
  place: Place;
  /** Category → sums by month, from the first month on; undefined where no row states one. */
  sums: Map<string, (number | undefined)[]>;
}

/** What a table that does not list zeros holds of which areas and months. */
export interface KnownMonths {
  /** A word for the areas that are published together with this one; left out, its boundary set. */
  togetherWith?: (place: Place) => string;
  /** Whether the table holds all that happened in an area in a month in which those areas have rows. */
  isKnown?: (areaCode: string, month: Month) => boolean;
}

/**
 * Sums counts to a run for every area and category of a table that does not list zeros, from its first month to its
 * last. One rule for all such tables: what no row states is none only in a month that the table holds for the area. It
 * holds a month for the areas that are published together, as those of one boundary set are, when any of them has a row
 * in it; `isKnown` may deny it still. Elsewhere, and where a row left out may state it, there is no value.
 */
export function countRuns(
  publisher: string,
  counts: readonly CountRow[],
  doubts: readonly CountDoubt[],
  { togetherWith = ({ version }) => version, isKnown = () => true }: KnownMonths = {},
): CategorySeries[] {
  const [first, last] = [...new Set(counts.map(({ month }) => month))]
    .sort()
    .filter((_, at, all) => at === 0 || at === all.length - 1);
  if (first === undefined) return [];
  const held = new Set(counts.map(({ place, month }) => `${togetherWith(place)} ${month}`));
  const months = monthRange(first, last ?? first);
  const areas = sumByArea(counts, doubts, months);
  const known = new Set([...counts, ...doubts].flatMap(({ category }) => category ?? []));
  const inDoubt = doubted(doubts);
  return [...areas.values()].flatMap(({ place, sums }) => {
    const isHeld = (month: Month): boolean =>
      held.has(`${togetherWith(place)} ${month}`) && isKnown(place.areaCode, month);
    return [...known].sort().map((category) => ({
      category,
      areaCode: place.areaCode,
      boundaryVersion: place.version,
      publisher,
      firstMonth: first,
      values: months.map((month, at) => {
        const sum = sums.get(category)?.[at];
        if (inDoubt(place.areaCode, category, month, sum !== undefined)) return null;
        return sum ?? (isHeld(month) ? 0 : null);
      }),
    }));
  });
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
