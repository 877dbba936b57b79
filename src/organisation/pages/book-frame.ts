import { isOn } from '../../lib/calendar/day-runs.ts';
import type { PostBook } from '../post-book.ts';
import type { Day } from './page-address.ts';

/** What every page of a unit's book knows: whose it is, on which day, and how much of it the reader sees. */
export interface BookFrame extends Day {
  unit: string;
  /** Boroughs of the unit on the day, by code. */
  boroughs: { code: string; name: string }[];
  synthetic: boolean;
  /** Whether the reader sees the whole unit. */
  whole: boolean;
  /** Whether the reader may post officers anywhere. */
  mayPost: boolean;
}

/** The frame of a book's pages on a day. */
export function bookFrame(book: PostBook, day: Day, mayPost: boolean): BookFrame {
  return {
    ...day,
    unit: book.unit,
    boroughs: book.boroughs
      .filter(({ during }) => isOn(during, day.asAt))
      .map(({ code, name }) => ({ code, name }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
    synthetic: book.synthetic,
    whole: book.whole,
    mayPost,
  };
}
