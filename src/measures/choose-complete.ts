import type { Month } from '../lib/calendar/month.ts';
import { type Contest, contestedMonths, type Holding } from './contested-areas.ts';
import type { CategorySeries } from './model.ts';

/** Months of some areas that an import gives up to a more complete file of its vintage. */
export interface GivenUp {
  importId: string;
  byImportId: string;
  publisher: string;
  boundaryVersion: CategorySeries['boundaryVersion'];
  areaCodes: string[];
  /** Totals over those areas: of the import, and of the one that is used. */
  months: { month: Month; total: number; byTotal: number }[];
}

/** What an import holds in a month over the areas of a contest. */
export type TotalOver = (importId: string, month: Month) => number;

/**
 * Chooses, for each month that several files of one vintage hold for the same areas, the file that is used; the others
 * give it up. The one with the larger total over those areas is the complete one (for February 2024 the Metropolitan
 * Police publish 73,652 crimes in one ward file and a stub of 40 in the next). A file that holds a single category,
 * such as an archive of burglaries, gives way to one that holds several. Equal totals: the first imported.
 * @param contest areas that the same files of one publisher hold
 */
export function chooseComplete(contest: Contest, totalOver: TotalOver): GivenUp[] {
  const { publisher, boundaryVersion, areaCodes, holders } = contest;
  const given = new Map<string, GivenUp>();
  for (const month of contestedMonths(contest)) {
    const rivals = holders.filter(({ totals }) => totals.has(month));
    const ranked = rivals.toSorted((a, b) => compare(a, b, (holding) => totalOver(holding.importId, month)));
    const [winner, ...losers] = ranked;
    if (winner === undefined) continue;
    for (const { importId } of losers) {
      const key = `${importId} ${winner.importId}`;
      const row = given.get(key) ?? {
        ...{ importId, byImportId: winner.importId, publisher, boundaryVersion, areaCodes },
        months: [],
      };
      row.months.push({ month, total: totalOver(importId, month), byTotal: totalOver(winner.importId, month) });
      given.set(key, row);
    }
  }
  return [...given.values()];
}

/** Below 0 when a is the more complete. */
function compare(a: Holding, b: Holding, total: (holding: Holding) => number): number {
  const severalTypes = Number(b.categories > 1) - Number(a.categories > 1);
  if (severalTypes !== 0) return severalTypes;
  return total(b) - total(a) || Number(a.importId) - Number(b.importId);
}
