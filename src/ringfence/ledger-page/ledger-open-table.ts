import type { OpenTable, TableColumn } from '../../lib/tables/index.ts';
import type { LedgerView } from './ledger-view.ts';

const COLUMNS: readonly TableColumn[] = [
  {
    name: 'month',
    title: 'Month',
    description: 'Month of the day on which the duty starts.',
    type: 'month',
    always: true,
  },
  { name: 'ward_code', title: 'Ward code', description: 'Code of the ward.', type: 'text', always: true },
  { name: 'ward', title: 'Ward', description: 'Name of the ward.', type: 'text', always: true },
  { name: 'post_class', title: 'Post', description: 'floor, extra or pcso.', type: 'text', always: true },
  { name: 'account', title: 'Account', description: 'What the minutes count as.', type: 'text', always: true },
  { name: 'reason', title: 'Reason', description: 'What for; none of time on the ward.', type: 'text', always: false },
  { name: 'ordered_by', title: 'Ordered by', description: 'Who ordered it, by role.', type: 'text', always: false },
  { name: 'event', title: 'Event', description: 'Key of a named event.', type: 'text', always: false },
  {
    name: 'late',
    title: 'Late',
    description: 'Whether it was ordered after it began.',
    type: 'yes or no',
    always: true,
  },
  {
    name: 'minutes',
    title: 'Minutes',
    description: 'Minutes, of all officers together.',
    type: 'whole number',
    always: true,
  },
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
