import { isOn } from '../../lib/calendar/day-runs.ts';
import { nextDay } from '../../lib/calendar/london-span.ts';
import { longDate } from '../../ui/long-date.ts';
import { judgeEach, type Subject, sinceFirst } from '../judge-each.ts';
import type { OrganisationRule } from '../rule.ts';
import { OWN } from '../sources-of-rules.ts';
import { addUp } from '../strength/full-time-equivalents.ts';
import { groupBy } from '../strength/group-by.ts';

/** A day that has been told to a council and has passed. Unknown, once, where the book does not say who is posted. */
export const expectedFillOverdue: OrganisationRule = {
  name: 'expected-fill-overdue',
  sentence: 'No post is vacant, wholly or in part, after the day on which it was expected to be filled.',
  source: OWN,
  judge({ book, asAt }) {
    const recorded = sinceFirst(book.postings);
    const postings = groupBy(book.postings, ({ post }) => post);
    const expecting = book.posts.flatMap(({ expectedFilled, ...post }) =>
      expectedFilled === null ? [] : [{ ...post, expectedFilled }],
    );
    const known = (date: string) => recorded !== null && isOn(recorded, date);
    const overdue = expecting.map(({ reference, title, during, expectedFilled, fullTimeEquivalents }): Subject => {
      const mine = postings.get(reference) ?? [];
      const room = (date: string) =>
        addUp([
          fullTimeEquivalents,
          ...mine.filter((posting) => isOn(posting.during, date)).map(({ fraction }) => -fraction),
        ]);
      const vacant = (date: string) => isOn(during, date) && room(date) > 0;
      const said = () => (room(asAt) < fullTimeEquivalents ? `${room(asAt)} of it is vacant` : 'is vacant');
      return {
        where: reference,
        on: (date) => (known(date) && vacant(date) && date > expectedFilled ? 'broken' : 'kept'),
        rows: () => [
          during,
          ...mine.map((posting) => posting.during),
          { from: nextDay(expectedFilled), until: null },
          ...(recorded ? [recorded] : []),
        ],
        say: () =>
          `${reference} (${title}) was expected to be filled by ${longDate(expectedFilled)} and ${said()}: fill it, or give the day now expected.`,
      };
    });
    const anyOverdue = (date: string) =>
      expecting.some(({ during, expectedFilled }) => isOn(during, date) && date > expectedFilled);
    const unsaid: Subject = {
      where: book.unit,
      on: (date) => (!known(date) && anyOverdue(date) ? 'unknown' : 'kept'),
      rows: () => [
        ...(recorded ? [recorded] : []),
        ...expecting.flatMap(({ during, expectedFilled }) => [during, { from: nextDay(expectedFilled), until: null }]),
      ],
      say: () => 'Whether posts are filled is not recorded: import officers and postings.',
    };
    return judgeEach(this.name, asAt, [...overdue, unsaid]);
  },
};
