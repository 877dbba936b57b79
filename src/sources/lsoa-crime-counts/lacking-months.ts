import type { Month } from '../../lib/calendar/month.ts';

/**
 * Share of a table's areas that may be so quiet in a month that they have no row. In the table of Camden and Islington
 * it is at most 1.2 % in whole months and at least 11.8 % in those that lack rows.
 */
const MOST_QUIET = 1 / 20;

/**
 * Months of a table that does not list zeros in which more areas have no row at all than can be quiet, with those areas:
 * what happened in them is not known. A month without any row is not among them.
 * @param stated area and month of every row
 */
export function lackingMonths(stated: readonly { areaCode: string; month: Month }[]): Map<Month, ReadonlySet<string>> {
  const areas = new Set(stated.map(({ areaCode }) => areaCode));
  const present = new Map<Month, Set<string>>();
  for (const { areaCode, month } of stated) {
    const inMonth = present.get(month) ?? new Set();
    present.set(month, inMonth.add(areaCode));
  }
  const lacking = [...present].flatMap(([month, inMonth]): [Month, ReadonlySet<string>][] => {
    const without = [...areas].filter((area) => !inMonth.has(area));
    return without.length > areas.size * MOST_QUIET ? [[month, new Set(without)]] : [];
  });
  return new Map(lacking.sort(([a], [b]) => (a < b ? -1 : 1)));
}
