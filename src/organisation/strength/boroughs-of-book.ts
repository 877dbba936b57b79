import { isOn } from '../../lib/calendar/day-runs.ts';
import type { PostBook } from '../post-book.ts';

/** Boroughs of the book's unit on a date, by code. */
export function boroughsOfBook(book: PostBook, date: string): PostBook['boroughs'] {
  return book.boroughs.filter(({ during }) => isOn(during, date)).sort((a, b) => (a.code < b.code ? -1 : 1));
}
