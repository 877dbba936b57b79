import { type Month, monthNumber } from '../lib/calendar/month.ts';
import { median } from '../lib/statistics/median.ts';

/** How many other months a month is compared with. */
const NEIGHBOURS = 12;
/** A month under this share of the usual total is doubtful. */
const LEAST_SHARE = 0.5;
/** Smaller totals vary too much from month to month to say anything. */
const LEAST_USUAL = 100;

/**
 * Months whose total says that the file does not have the whole month: under half of the median of its up to 12
 * nearest other months, where that median is at least 100. A month of none at all in such a file is one of them. The
 * recent ward file of the Metropolitan Police has 40 crimes for February 2024 and some 73,000 for every other month;
 * April 2020, the first whole month at home, has over two thirds of the usual, so it is not doubtful.
 * @param totals month → total over all areas, of one file and publisher
 */
export function doubtfulMonths(totals: ReadonlyMap<Month, number>): Month[] {
  const known = [...totals]
    .map(([month, total]) => ({ month, total, at: monthNumber(month) }))
    .sort((a, b) => a.at - b.at);
  return known.flatMap(({ month, total }, place) => {
    const usual = median(neighbours(known, place).map((other) => other.total));
    return usual !== null && usual >= LEAST_USUAL && total < usual * LEAST_SHARE ? [month] : [];
  });
}

/** The others that lie nearest in time; of two as near, the earlier. */
function neighbours<T extends { at: number }>(inOrder: readonly T[], place: number): T[] {
  const at = inOrder[place]?.at ?? 0;
  return inOrder
    .slice(Math.max(0, place - NEIGHBOURS), place + NEIGHBOURS + 1)
    .filter((other) => other.at !== at)
    .sort((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at) || a.at - b.at)
    .slice(0, NEIGHBOURS);
}
