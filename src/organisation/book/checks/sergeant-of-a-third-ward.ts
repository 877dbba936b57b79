import { isOn } from '../../../lib/calendar/day-runs.ts';
import { andList } from '../../../ui/and-list.ts';
import { isWardSergeant } from '../../is-ward-sergeant.ts';
import type { Post, Posting } from '../../post-book.ts';
import type { BookRefusal, Standing } from '../book-rows.ts';
import type { Places } from '../places.ts';
import { type BookCheck, grouped, toBlame } from './check.ts';

const MOST_WARDS = 2;

/** A sergeant has one ward or two of one borough, through however many postings. What one post has is refused as it is read. */
export const sergeantOfAThirdWard: BookCheck = {
  name: 'sergeant-of-a-third-ward',
  find({ posts, postings }, _, places) {
    const ofSergeants = new Map(
      posts.filter(({ row }) => isWardSergeant(row)).map((post) => [post.row.reference, post] as const),
    );
    const theirs = postings.filter(({ row }) => ofSergeants.has(row.post));
    return [...grouped(theirs, ({ row }) => row.officer)].flatMap(([officer, rows]) =>
      rows.length < 2 ? [] : firstBreach(officer, rows, ofSergeants, places),
    );
  },
};

/** The wards change only where a posting begins or ends, and are most where one begins. */
function firstBreach(
  officer: string,
  rows: readonly Standing<Posting>[],
  posts: ReadonlyMap<string, Standing<Post>>,
  { wards }: Places,
): BookRefusal[] {
  for (const day of [...new Set(rows.map(({ row }) => row.during.from))].sort()) {
    const then = rows.filter(({ row }) => isOn(row.during, day));
    const seats = then.flatMap(({ row }) => posts.get(row.post) ?? []);
    const codes = [...new Set(seats.flatMap(({ row }) => row.wards))];
    const areas = codes.map((code) => wards.find((ward) => ward.code === code));
    const boroughs = new Set(areas.map((area) => area?.boroughCode));
    const at = toBlame([...seats, ...then]);
    if (at === null || (codes.length <= MOST_WARDS && boroughs.size <= 1)) continue;
    const named = andList(codes.map((code, index) => areas[index]?.name ?? code));
    const wrong =
      codes.length > MOST_WARDS ? `and a sergeant has at most ${MOST_WARDS} wards` : 'which lie in two boroughs';
    const sentence = `Officer ${officer} would be sergeant of ${named} from ${day}, ${wrong}: post another sergeant, or change the days of one posting.`;
    return [{ ...at, sentence }];
  }
  return [];
}
