import { isOn } from '../../../lib/calendar/day-runs.ts';
import type { Post, Posting } from '../../post-book.ts';
import type { BookRefusal, Standing } from '../book-rows.ts';
import { type BookCheck, grouped, toBlame } from './check.ts';

/** The postings to a post on any day come to at most the post: a seat is for one, and two would count as its strength. */
export const postFilledAboveItself: BookCheck = {
  name: 'post-filled-above-itself',
  find({ posts, postings }) {
    const byPost = grouped(postings, ({ row }) => row.post);
    return posts.flatMap((post) => firstBreach(post, byPost.get(post.row.reference) ?? []));
  },
};

/** The sum changes only where a posting begins. */
function firstBreach(post: Standing<Post>, rows: readonly Standing<Posting>[]): BookRefusal[] {
  const { reference, fullTimeEquivalents } = post.row;
  for (const day of [...new Set(rows.map(({ row }) => row.during.from))].sort()) {
    const then = rows.filter(({ row }) => isOn(row.during, day));
    const thousandths = then.reduce((sum, { row }) => sum + Math.round(row.fraction * 1000), 0);
    const at = toBlame([post, ...then]);
    if (thousandths <= Math.round(fullTimeEquivalents * 1000) || at === null) continue;
    const officers = then.map(({ row }) => `${row.officer} (${row.fraction})`).join(' and ');
    const sentence = `Post ${reference} would be filled ${thousandths / 1000} from ${day}, and it is ${fullTimeEquivalents}: ${officers}; end one of them before, make the fractions smaller, or add a post.`;
    return [{ ...at, sentence }];
  }
  return [];
}
