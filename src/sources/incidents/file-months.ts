import type { Month } from '../../lib/calendar/month.ts';

/**
 * The month each file holds, for those whose place in an archive says it: rows of other months are strays there. Any
 * other file may be merged from several months, and each of its rows counts for its own month.
 */
export function fileMonths(entries: readonly { id: number; month: Month | null }[]): Map<number, Month> {
  return new Map(entries.flatMap(({ id, month }) => (month === null ? [] : [[id, month] as const])));
}
