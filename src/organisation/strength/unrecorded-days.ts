import { dayBefore } from '../../lib/calendar/day-runs.ts';
import type { PostBook } from '../post-book.ts';
import type { Span } from './floor-breaches.ts';
import { recordedSince } from './recorded-since.ts';
import { wardTeams } from './ward-teams.ts';

/** Days of a span on which nobody knows whether the wards of a borough keep their floor. */
export interface UnrecordedDays {
  borough: string;
  from: string;
  to: string;
}

/** For each borough the days of a span before the book says who is posted in its wards, by name of the borough. */
export function unrecordedDays(book: PostBook, { from, to }: Span): UnrecordedDays[] {
  const recorded = recordedSince(wardTeams(book));
  return book.boroughs
    .flatMap(({ code, name, during }) => {
      const since = recorded.get(code);
      const first = during.from > from ? during.from : from;
      const ends = [to, ...[since, during.until].flatMap((day) => (day == null ? [] : [dayBefore(day)]))];
      const last = ends.sort()[0] ?? to;
      return first <= last ? [{ borough: name, from: first, to: last }] : [];
    })
    .sort((a, b) => (a.borough < b.borough ? -1 : 1));
}
