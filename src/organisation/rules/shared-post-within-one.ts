import { isOn } from '../../lib/calendar/day-runs.ts';
import { judgeEach, type Subject } from '../judge-each.ts';
import type { Post } from '../post-book.ts';
import type { OrganisationRule } from '../rule.ts';
import { PRESENTATION_2024 } from '../sources-of-rules.ts';
import { addUp } from '../strength/full-time-equivalents.ts';

/** A shared post stands on the pages of all its boroughs and counts once in the unit: its parts are at most the whole. */
export const sharedPostWithinOne: OrganisationRule = {
  name: 'shared-post-within-one',
  sentence: 'What the boroughs share of a post never comes to more than one post.',
  source: `${PRESENTATION_2024}: a sergeant shared half and half by two boroughs`,
  judge({ book, asAt }) {
    const subjects = book.posts
      .filter((post) => shared(post) > 1)
      .map(
        (post): Subject => ({
          where: post.reference,
          on: (date) => (isOn(post.during, date) ? 'broken' : 'kept'),
          rows: () => [post.during],
          say: () =>
            `The boroughs' parts of ${post.reference} come to ${shared(post)}, and a post is one: lessen a borough's part.`,
        }),
      );
    return judgeEach(this.name, asAt, subjects);
  },
};

const shared = (post: Post) => addUp(post.shares.map(({ fraction }) => fraction));
