import { isMonth, type Month } from '../../lib/calendar/month.ts';

const ARCHIVE_PLACE = /(?:^|\/)(\d{4}-\d{2})-[a-z0-9-]+-street\.csv$/;

/** The month that a file's place in an official archive says it holds; null when it says none. */
export function archiveMonth(name: string): Month | null {
  const month = ARCHIVE_PLACE.exec(name)?.[1];
  return month !== undefined && isMonth(month) ? month : null;
}

/**
 * The month each file holds, for those whose place in an archive says it: rows of other months are strays there. Any
 * other file may be merged from several months, and each of its rows counts for its own month.
 */
export function fileMonths(entries: readonly { id: number; month: Month | null }[]): Map<number, Month> {
  return new Map(entries.flatMap(({ id, month }) => (month === null ? [] : [[id, month] as const])));
}
