import type { Month } from '../lib/calendar/month.ts';
import type { CategorySeries } from './model.ts';

/** What one import of a vintage holds of one publisher on one boundary version. */
export interface Holding {
  importId: string;
  publisher: string;
  boundaryVersion: CategorySeries['boundaryVersion'];
  /** How many source categories. */
  categories: number;
  areaCodes: string[];
  /** Month → total over all its areas. */
  totals: ReadonlyMap<Month, number>;
}

/** Areas that the same several imports hold, of one publisher and boundary version. */
export interface Contest {
  publisher: string;
  boundaryVersion: CategorySeries['boundaryVersion'];
  areaCodes: string[];
  /** In the order in which they were imported. */
  holders: Holding[];
}

/**
 * Finds the areas over which imports of one vintage can compete: those that more than one of them holds. Areas with
 * the same holders make one contest, so that totals are always compared over the same areas; two halves of a
 * publication, which share none, never compete.
 * @param holdings of one vintage, any publishers and boundary versions
 */
export function contestedAreas(holdings: readonly Holding[]): Contest[] {
  const holdersOf = new Map<string, Holding[]>();
  for (const holding of holdings) {
    for (const area of holding.areaCodes) {
      const place = `${holding.boundaryVersion} ${holding.publisher} ${area}`;
      const holders = holdersOf.get(place);
      if (holders) holders.push(holding);
      else holdersOf.set(place, [holding]);
    }
  }
  const contests = new Map<string, Contest>();
  for (const [place, holders] of holdersOf) {
    const [first] = holders;
    if (first === undefined || holders.length < 2) continue;
    const { boundaryVersion, publisher } = first;
    const area = place.slice(`${boundaryVersion} ${publisher} `.length);
    const key = `${boundaryVersion} ${publisher} ${holders.map(({ importId }) => importId).join(' ')}`;
    const contest = contests.get(key);
    if (contest) contest.areaCodes.push(area);
    else contests.set(key, { publisher, boundaryVersion, areaCodes: [area], holders });
  }
  return [...contests.values()];
}

/** Whether every holder holds the contest's areas and no others, so that its own totals are those over the contest. */
export function coversWhole({ areaCodes, holders }: Contest): boolean {
  return holders.every((holder) => holder.areaCodes.length === areaCodes.length);
}

/** Months that more than one holder has, in order. */
export function contestedMonths({ holders }: Contest): Month[] {
  const times = new Map<Month, number>();
  for (const { totals } of holders) {
    for (const month of totals.keys()) times.set(month, (times.get(month) ?? 0) + 1);
  }
  return [...times].flatMap(([month, count]) => (count > 1 ? [month] : [])).sort();
}
