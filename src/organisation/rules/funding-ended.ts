import { isOn } from '../../lib/calendar/day-runs.ts';
import { nextDay } from '../../lib/calendar/london-span.ts';
import { longDate } from '../../ui/long-date.ts';
import { judgeEach, type Subject } from '../judge-each.ts';
import type { OrganisationRule } from '../rule.ts';
import { PRESENTATION_2024 } from '../sources-of-rules.ts';
import { groupBy } from '../strength/group-by.ts';

/** Somebody in a post that nobody pays for any more. Unknown where it is not recorded until when a post is paid for. */
export const fundingEnded: OrganisationRule = {
  name: 'funding-ended',
  sentence: 'Nobody is in a post that somebody else pays for after the last day that is paid for.',
  source: `${PRESENTATION_2024}: a funded post beside those of the force`,
  judge({ book, asAt }) {
    const postings = groupBy(book.postings, ({ post }) => post);
    const subjects = book.posts
      .filter(({ fundedBy }) => fundedBy !== null)
      .map(({ reference, title, during, fundedBy, fundedUntil }): Subject => {
        const mine = (postings.get(reference) ?? []).map((posting) => posting.during);
        const filled = (date: string) => mine.some((days) => isOn(days, date));
        return {
          where: reference,
          on(date) {
            if (!isOn(during, date)) return 'kept';
            if (fundedUntil === null) return 'unknown';
            return date > fundedUntil && filled(date) ? 'broken' : 'kept';
          },
          rows: () => [during, ...mine, ...(fundedUntil === null ? [] : [{ from: nextDay(fundedUntil), until: null }])],
          say: () =>
            fundedUntil === null
              ? `Until when ${fundedBy} pays for ${reference} (${title}) is not recorded: give the last day.`
              : `${fundedBy} paid for ${reference} (${title}) until ${longDate(fundedUntil)} and somebody is still in it: agree a later day, or end the posting.`,
        };
      });
    return judgeEach(this.name, asAt, subjects);
  },
};
