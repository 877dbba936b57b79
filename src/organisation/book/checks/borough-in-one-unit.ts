import { dayBefore } from '../../../lib/calendar/day-runs.ts';
import { BOOK_KINDS } from '../book-kinds.ts';
import type { BoroughOfUnit } from '../book-rows.ts';
import { type BookCheck, grouped, toBlame } from './check.ts';

/** A borough belongs to one unit on any day; the records keep it so by borough_in_one_unit. */
export const boroughInOneUnit: BookCheck = {
  name: 'borough-in-one-unit',
  find: ({ units }) =>
    [...grouped(units, ({ row }) => row.boroughCode).values()].flatMap((rows) => {
      const inOrder = rows.toSorted((a, b) => (a.row.during.from < b.row.during.from ? -1 : 1));
      return inOrder.flatMap((later, at) => {
        const earlier = inOrder[at - 1];
        const until = earlier?.row.during.until;
        if (earlier === undefined || (typeof until === 'string' && until <= later.row.during.from)) return [];
        const blamed = toBlame([earlier, later]);
        const sentence = `The ${said(earlier.row)}, and the ${said(later.row)}: a borough belongs to one unit on a day, so change the days of one.`;
        return blamed === null ? [] : [{ ...blamed, sentence }];
      });
    }),
};

/** "borough Camden of Central North from 2016-11-18 lasts for good" */
function said(row: BoroughOfUnit): string {
  const { until } = row.during;
  return `${BOOK_KINDS.units.called(row)} lasts ${until === null ? 'for good' : `until ${dayBefore(until)}`}`;
}
