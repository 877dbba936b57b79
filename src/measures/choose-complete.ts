import type { Month } from '../lib/calendar/month.ts';
import type { MonthCoverage } from './model.ts';

/** What one import holds for one month, as one candidate for that month. */
export interface HeldMonth extends MonthCoverage {
  importId: string;
  /** How many source categories the import holds for this publisher and boundary version. */
  categories: number;
}

/** A month that an import gives up to a more complete file of its vintage. */
export interface SupersededMonth {
  month: Month;
  held: HeldMonth;
  by: HeldMonth;
}

/**
 * Chooses, for each month that several files of one vintage hold, the file that is used; the others are superseded.
 * Of two files of the same publisher the one with the larger total over all areas is the complete one (for February
 * 2024 the Metropolitan Police publish 73,652 crimes in one ward file and a stub of 40 in the next). A file that holds
 * a single category, such as an archive of burglaries, gives way to one that holds several. Equal totals: the first imported.
 * @param held months of the live imports of one vintage
 */
export function chooseComplete(held: readonly HeldMonth[]): SupersededMonth[] {
  const winners = new Map<string, HeldMonth>();
  for (const candidate of held) {
    const winner = winners.get(rivalry(candidate));
    if (!winner || isMoreComplete(candidate, winner)) winners.set(rivalry(candidate), candidate);
  }
  return held.flatMap((candidate) => {
    const winner = winners.get(rivalry(candidate)) ?? candidate;
    return winner === candidate ? [] : [{ month: candidate.month, held: candidate, by: winner }];
  });
}

function rivalry({ boundaryVersion, publisher, month }: HeldMonth): string {
  return `${boundaryVersion} ${publisher} ${month}`;
}

function isMoreComplete(a: HeldMonth, b: HeldMonth): boolean {
  const severalTypes = Number(a.categories > 1) - Number(b.categories > 1);
  if (severalTypes !== 0) return severalTypes > 0;
  if (a.total !== b.total) return a.total > b.total;
  return Number(a.importId) < Number(b.importId);
}
