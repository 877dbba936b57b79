import { column, maybe, type OpenTable } from '../../lib/tables/index.ts';
import type { LedgerView } from './ledger-view.ts';

const COLUMNS = [
  column('month', 'Month', 'Month of the day on which the duty starts.', 'month'),
  column('ward_code', 'Ward code', 'Code of the ward.'),
  column('ward', 'Ward', 'Name of the ward.'),
  column('post_class', 'Post', 'floor, extra or pcso.'),
  column('account', 'Account', 'What the minutes count as.'),
  maybe('reason', 'Reason', 'What for; none of time on the ward.'),
  maybe('ordered_by', 'Ordered by', 'Who ordered it, by role.'),
  maybe('event', 'Event', 'Key of a named event.'),
  column('late', 'Late', 'Whether it was ordered after it began.', 'yes or no'),
  column('minutes', 'Minutes', 'Minutes, of all officers together.', 'whole number'),
];

/** The sums behind the ledger of a borough's month as a table, for the line: it names no officer. */
export function ledgerOpenTable({ month, borough, wards, totals }: LedgerView, made: string): OpenTable {
  return {
    name: `ledger-${borough.code}-${month}`,
    title: `Ring-fence ledger of ${borough.name}, ${month}`,
    description:
      'Minutes by ward, post, account, reason and who ordered. For the line of command: it is not for publication.',
    columns: COLUMNS,
    key: ['month', 'ward_code', 'post_class', 'account', 'reason', 'ordered_by', 'event', 'late'],
    rows: wards.flatMap(({ ward }) =>
      totals
        .filter(({ place }) => place === ward.place)
        .map((each) => [
          each.month,
          ward.code,
          ward.name,
          each.postClass,
          each.account,
          each.reason === '' ? null : each.reason,
          each.orderedBy === '' ? null : each.orderedBy,
          each.event === '' ? null : each.event,
          each.late,
          each.minutes,
        ]),
    ),
    notes: ['Not for publication: figures of few officers are among these.'],
    sources: [],
    made,
  };
}
