import { isOn } from '../../lib/calendar/day-runs.ts';
import { andList } from '../../ui/and-list.ts';
import { judgeEach, type Subject } from '../judge-each.ts';
import { officerNames } from '../officer-names.ts';
import type { Posting } from '../post-book.ts';
import type { OrganisationRule } from '../rule.ts';
import { OWN } from '../sources-of-rules.ts';
import { addUp } from '../strength/full-time-equivalents.ts';
import { groupBy } from '../strength/group-by.ts';

/** A seat is for one. Two people who hand over to each other are told with the days of it, so that strength is not twice. */
export const postNotOverfilled: OrganisationRule = {
  name: 'post-not-overfilled',
  sentence: 'The postings to a post never come to more than the post itself.',
  source: OWN,
  judge({ book, asAt }) {
    const nameOf = officerNames(book);
    const postings = groupBy(book.postings, ({ post }) => post);
    const subjects = book.posts.map((post): Subject => {
      const mine = postings.get(post.reference) ?? [];
      const on = (date: string) => mine.filter(({ during }) => isOn(during, date));
      return {
        where: post.reference,
        on: (date) => (sum(on(date)) > post.fullTimeEquivalents ? 'broken' : 'kept'),
        rows: () => mine.map(({ during }) => during),
        say: () =>
          `The postings of ${andList(on(asAt).map(({ officer }) => nameOf(officer)))} to ${post.reference} come to ${sum(on(asAt))}, and the post is ${post.fullTimeEquivalents}: end or lessen a posting, or add a post.`,
      };
    });
    return judgeEach(this.name, asAt, subjects);
  },
};

const sum = (postings: Posting[]) => addUp(postings.map(({ fraction }) => fraction));
