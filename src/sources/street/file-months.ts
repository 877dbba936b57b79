import { isMonth, type Month } from '../../lib/calendar/month.ts';

/** Rows of one entry that name one force and month. */
export interface EntryMonth {
  entry: number;
  force: string;
  month: string | null;
  rows: number;
}

/** Share of a file's rows that one month must have to be the file's month; the rest are then strays. */
const NEARLY_ALL = 0.9;
const ARCHIVE_PLACE = /(?:^|\/)(\d{4}-\d{2})-[a-z0-9-]+-street\.csv$/;

/** The month that a file's place in an official archive says it holds; null when it says none. */
export function archiveMonth(name: string): Month | null {
  const month = ARCHIVE_PLACE.exec(name)?.[1];
  return month !== undefined && isMonth(month) ? month : null;
}

/**
 * The month each file holds: what its place in the archive says, else the month nearly all its rows name. A file
 * merged from several months has none, and each of its rows counts for its own month.
 */
export function fileMonths(
  entries: readonly { id: number; month: Month | null }[],
  groups: readonly Pick<EntryMonth, 'entry' | 'month' | 'rows'>[],
): Map<number, Month> {
  const months = new Map<number, Month>();
  for (const { id, month: placed } of entries) {
    const month = placed ?? nearlyAll(groups.filter(({ entry }) => entry === id));
    if (month !== null) months.set(id, month);
  }
  return months;
}

function nearlyAll(groups: readonly Pick<EntryMonth, 'month' | 'rows'>[]): Month | null {
  const byMonth = new Map<string | null, number>();
  for (const { month, rows } of groups) byMonth.set(month, (byMonth.get(month) ?? 0) + rows);
  const total = [...byMonth.values()].reduce((sum, rows) => sum + rows, 0);
  const [most] = [...byMonth].sort((a, b) => b[1] - a[1]);
  return most && most[0] !== null && isMonth(most[0]) && most[1] >= NEARLY_ALL * total ? most[0] : null;
}
