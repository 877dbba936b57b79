import { isOn, lastDayOf } from '../../lib/calendar/day-runs.ts';
import type { Absence, Post, PostBook, Posting } from '../post-book.ts';
import { seatsOn } from '../strength/seats-on.ts';

/** Who is in a post on a day. */
export interface Holder {
  /** Name, or number where the book does not have the name. */
  name: string;
  fraction: number;
  since: string;
  /** Last day of it, where that is set. */
  last: string | null;
  kind: Posting['kind'];
  fromUnit: string | null;
  /** Away for long or on adjusted duties; null when neither, or not for the reader's eyes. */
  away: Absence['kind'] | null;
}

/** A post on a day, as a page tells of it. */
export interface SeatLine {
  post: Post;
  holders: Holder[];
  vacancy: number;
  /** Whoever is posted to it next, on a later day; null: nobody is. */
  next: { name: string; from: string } | null;
}

/** Posts on a day with the names of who is in them, by reference. */
export function seatLines(book: PostBook, date: string, about: (post: Post) => boolean): SeatLine[] {
  const names = new Map(book.officers.map(({ reference, name }) => [reference, name]));
  return seatsOn(book, date)
    .filter(({ post }) => about(post))
    .map(({ post, postings, vacancy }) => ({
      post,
      vacancy,
      next: nextIn(book.postings, post.reference, date, names),
      holders: postings.map((posting) => ({
        name: names.get(posting.officer) ?? posting.officer,
        fraction: posting.fraction,
        since: posting.during.from,
        last: posting.returnsOn ?? lastDayOf(posting.during),
        kind: posting.kind,
        fromUnit: posting.fromUnit,
        away: awayOn(book, posting.officer, date),
      })),
    }))
    .sort((a, b) => (a.post.reference < b.post.reference ? -1 : 1));
}

function nextIn(postings: readonly Posting[], post: string, date: string, names: ReadonlyMap<string, string>) {
  const [next] = postings
    .filter((posting) => posting.post === post && posting.during.from > date)
    .sort((a, b) => (a.during.from < b.during.from ? -1 : 1));
  return next === undefined ? null : { name: names.get(next.officer) ?? next.officer, from: next.during.from };
}

/** Absent before on adjusted duties, where both are so. */
function awayOn({ absences }: PostBook, officer: string, date: string): Absence['kind'] | null {
  const kinds = (absences ?? [])
    .filter((absence) => absence.officer === officer && isOn(absence.during, date))
    .map(({ kind }) => kind);
  return kinds.includes('absent') ? 'absent' : (kinds[0] ?? null);
}
