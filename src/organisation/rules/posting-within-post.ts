import { isOn, lastDayOf } from '../../lib/calendar/day-runs.ts';
import { longDate } from '../../ui/long-date.ts';
import { judgeEach, type Subject } from '../judge-each.ts';
import { officerNames } from '../officer-names.ts';
import type { Days } from '../post-book.ts';
import type { OrganisationRule } from '../rule.ts';
import { OWN } from '../sources-of-rules.ts';

/** A post that is over has nobody in it. The records refuse it too; a book read from files is told here. */
export const postingWithinPost: OrganisationRule = {
  name: 'posting-within-post',
  sentence: 'Every posting is to a post that there is on the day.',
  source: OWN,
  judge({ book, asAt }) {
    const nameOf = officerNames(book);
    const posts = new Map(book.posts.map((post) => [post.reference, post.during]));
    const subjects = book.postings.map(({ officer, post, during }): Subject => {
      const there = posts.get(post);
      return {
        where: nameOf(officer),
        on: (date) => (isOn(during, date) && (there === undefined || !isOn(there, date)) ? 'broken' : 'kept'),
        rows: () => (there === undefined ? [during] : [during, there]),
        say: () =>
          there === undefined
            ? `${nameOf(officer)} is posted to ${post}, and the book holds no such post: add the post or end the posting.`
            : `${nameOf(officer)} is posted to ${post}, which there is only ${sayDays(there)}: end the posting with the post, and post them elsewhere.`,
      };
    });
    return judgeEach(this.name, asAt, subjects);
  },
};

function sayDays(days: Days): string {
  const last = lastDayOf(days);
  return `from ${longDate(days.from)}${last === null ? ' on' : ` to ${longDate(last)}`}`;
}
