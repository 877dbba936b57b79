import { isOn } from '../../lib/calendar/day-runs.ts';
import { nextDay } from '../../lib/calendar/london-span.ts';
import { longDate } from '../../ui/long-date.ts';
import { judgeEach, type Subject } from '../judge-each.ts';
import { officerNames } from '../officer-names.ts';
import type { OrganisationRule } from '../rule.ts';
import { ACTION_PLAN } from '../sources-of-rules.ts';

/** A rotation that says no day of return is a transfer in disguise; one that goes on after its day is broken from then on. */
export const rotationComesBack: OrganisationRule = {
  name: 'rotation-comes-back',
  sentence: 'Every rotation says on which day the officer returns, and is over by then.',
  source: `${ACTION_PLAN}, Action 10: a rotation scheme between investigation and neighbourhoods`,
  judge({ book, asAt }) {
    const nameOf = officerNames(book);
    const subjects = book.postings
      .filter(({ kind }) => kind === 'rotation')
      .map(
        ({ officer, post, during, returnsOn }): Subject => ({
          where: nameOf(officer),
          on: (date) => (isOn(during, date) && (returnsOn === null || date > returnsOn) ? 'broken' : 'kept'),
          rows: () => (returnsOn === null ? [during] : [during, { from: nextDay(returnsOn), until: null }]),
          say: () =>
            returnsOn === null
              ? `${nameOf(officer)} is on rotation in ${post} and nothing says until when: give the day of return.`
              : `${nameOf(officer)} was to return from ${post} after ${longDate(returnsOn)} and is still there: end the rotation, or make it a posting.`,
        }),
      );
    return judgeEach(this.name, asAt, subjects);
  },
};
