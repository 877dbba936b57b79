import { isOn } from '../../lib/calendar/day-runs.ts';
import type { PostBook } from '../post-book.ts';
import { partOf } from './part-of.ts';

/** A borough or ward of a book. */
export interface NarrowTo {
  kind: 'borough' | 'ward';
  code: string;
  name: string;
}

/** The borough or ward that a text names or gives the code of, on a date; null when there is none. */
export function findPlace(book: PostBook, kind: NarrowTo['kind'], text: string, date: string): NarrowTo | null {
  const wanted = text.trim().toLowerCase();
  const places = kind === 'ward' ? book.wards : book.boroughs;
  const found = places.find(
    ({ code, name, during }) => isOn(during, date) && [code, name].some((each) => each.toLowerCase() === wanted),
  );
  return found === undefined ? null : { kind, code: found.code, name: found.name };
}

/**
 * The book of one borough, with every post it has a part of, or of one ward. Postings stay whole, since whether any are
 * recorded is a question about the unit.
 */
export function narrowBook(book: PostBook, { kind, code }: NarrowTo): PostBook {
  if (kind === 'ward')
    return {
      ...book,
      posts: book.posts.filter(({ wards }) => wards.includes(code)),
      wards: book.wards.filter((ward) => ward.code === code),
      boroughs: book.boroughs.filter((borough) =>
        book.wards.some((ward) => ward.code === code && ward.boroughCode === borough.code),
      ),
    };
  return {
    ...book,
    posts: book.posts.filter((post) => partOf(post, code) > 0),
    wards: book.wards.filter(({ boroughCode }) => boroughCode === code),
    boroughs: book.boroughs.filter((borough) => borough.code === code),
  };
}
