import { dayBefore } from '../../../lib/calendar/day-runs.ts';
import type { Days } from '../../post-book.ts';
import { type BookCheck, toBlame } from './check.ts';

const contains = (outer: Days, inner: Days): boolean =>
  outer.from <= inner.from && (outer.until === null || (inner.until !== null && inner.until <= outer.until));

/**
 * A posting lies within the days of its post, and a ward post within those of its ward set: no posting crosses a change of
 * boundaries. The records keep it so by posting_within_its_post.
 */
export const postingOutsideItsPost: BookCheck = {
  name: 'posting-outside-its-post',
  find({ posts, postings }) {
    const byReference = new Map(posts.map((post) => [post.row.reference, post]));
    return postings.flatMap((posting) => {
      const post = byReference.get(posting.row.post);
      if (post === undefined || contains(post.row.during, posting.row.during)) return [];
      const blamed = toBlame([post, posting]);
      if (blamed === null) return [];
      const { during, reference, wards, boundaryVersion } = post.row;
      const { officer } = posting.row;
      const last = during.until === null ? 'for good' : `until ${dayBefore(during.until)}`;
      const ends = during.until;
      const crosses =
        wards.length > 0 && ends !== null && !(posting.row.during.until !== null && posting.row.during.until <= ends);
      const advice = crosses
        ? `a posting ends with the ${boundaryVersion} ward of its post: split it, and post ${officer} from ${ends} to a post of the wards after`
        : 'change the days of the one or the other';
      const sentence = `The posting of ${officer} from ${posting.row.during.from} lies outside the days of post ${reference}, from ${during.from} ${last}: ${advice}.`;
      return [{ ...blamed, sentence }];
    });
  },
};
