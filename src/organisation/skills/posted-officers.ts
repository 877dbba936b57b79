import { isOn } from '../../lib/calendar/day-runs.ts';
import type { PostBook } from '../post-book.ts';
import { groupBy } from '../strength/group-by.ts';
import { seatsOn } from '../strength/seats-on.ts';

/** Somebody who is posted on a date, and where. */
export interface PostedOfficer {
  reference: string;
  name: string;
  /** Their own rank; null: the book gives none for the date. */
  rank: string | null;
  /** Teams of their posts. */
  teams: string[];
  /** Wards of their posts, by code. */
  wards: string[];
}

/** Everyone posted on a date, each once, by number. */
export function postedOfficers(book: PostBook, date: string): PostedOfficer[] {
  const officers = new Map(book.officers.map((officer) => [officer.reference, officer]));
  const seats = seatsOn(book, date).flatMap(({ post, postings }) => postings.map(({ officer }) => ({ officer, post })));
  return [...groupBy(seats, ({ officer }) => officer)]
    .map(([reference, theirs]) => {
      const officer = officers.get(reference);
      return {
        reference,
        name: officer?.name ?? reference,
        rank: officer?.ranks.find(({ during }) => isOn(during, date))?.rank ?? null,
        teams: [...new Set(theirs.flatMap(({ post }) => (post.team === null ? [] : [post.team])))].sort(),
        wards: [...new Set(theirs.flatMap(({ post }) => post.wards))].sort(),
      };
    })
    .sort((a, b) => (a.reference < b.reference ? -1 : 1));
}
