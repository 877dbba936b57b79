import { isOn } from '../../lib/calendar/day-runs.ts';
import { andList } from '../../ui/and-list.ts';
import { judgeEach, type Subject } from '../judge-each.ts';
import { officerNames } from '../officer-names.ts';
import type { Posting } from '../post-book.ts';
import type { OrganisationRule } from '../rule.ts';
import { OWN } from '../sources-of-rules.ts';
import { addUp } from '../strength/full-time-equivalents.ts';
import { groupBy } from '../strength/group-by.ts';

/** Nobody is in two places at once. The records refuse it too; a book read from files is told here. */
export const officerWithinOne: OrganisationRule = {
  name: 'officer-within-one',
  sentence: 'An officer’s postings never come to more than one full-time equivalent at once.',
  source: OWN,
  judge({ book, asAt }) {
    const nameOf = officerNames(book);
    const subjects = [...groupBy(book.postings, ({ officer }) => officer)]
      .filter(([, postings]) => postings.length > 1)
      .map(([officer, postings]): Subject => {
        const on = (date: string) => postings.filter(({ during }) => isOn(during, date));
        return {
          where: nameOf(officer),
          on: (date) => (sum(on(date)) > 1 ? 'broken' : 'kept'),
          rows: () => postings.map(({ during }) => during),
          say: () =>
            `The postings of ${nameOf(officer)} come to ${sum(on(asAt))}, and an officer is one: end or lessen a posting to ${andList(on(asAt).map(({ post }) => post))}.`,
        };
      });
    return judgeEach(this.name, asAt, subjects);
  },
};

const sum = (postings: Posting[]) => addUp(postings.map(({ fraction }) => fraction));
