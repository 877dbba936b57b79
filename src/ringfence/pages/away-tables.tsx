import { DataTable } from '../../ui/data-table.tsx';
import type { OrderMinutes, ReasonMinutes, Tally } from '../reports/model.ts';
import { sayReasonRow, sayRole, sayRuling } from './say-away.ts';
import { wholeHours } from './whole-hours.ts';

/** What took officers away, and by whose order: roles, never names. */
export function AwayTables({ tally, synthetic }: { tally: Pick<Tally, 'byReason' | 'byOrder'>; synthetic: boolean }) {
  return (
    <div class="w-cols w-cols--half">
      <ReasonsTable caption="What for" rows={tally.byReason} synthetic={synthetic} />
      <OrdersTable rows={tally.byOrder} synthetic={synthetic} />
    </div>
  );
}

export interface ReasonsTableProps {
  caption: string;
  rows: readonly ReasonMinutes[];
  synthetic: boolean;
}

/** Hours elsewhere by reason, the most first, with what they count as. */
export function ReasonsTable({ caption, rows, synthetic }: ReasonsTableProps) {
  if (rows.length === 0) return <p class="w-body">Nobody was called away.</p>;
  return (
    <DataTable
      caption={caption}
      synthetic={synthetic}
      compact
      columns={[
        { head: 'Reason', rowHeader: true, cell: ({ reason }) => sayReasonRow(reason) },
        { head: 'Hours', number: true, cell: ({ minutes }) => wholeHours(minutes) },
        { head: 'Counts as', cell: ({ ruling }) => sayRuling(ruling) },
      ]}
      rows={[...rows].sort((a, b) => b.minutes - a.minutes)}
      rowKey={({ reason, ruling }) => `${reason}/${ruling}`}
    />
  );
}

function OrdersTable({ rows, synthetic }: { rows: readonly OrderMinutes[]; synthetic: boolean }) {
  if (rows.length === 0) return null;
  return (
    <DataTable
      caption="By whose order"
      synthetic={synthetic}
      compact
      columns={[
        { head: 'Role', rowHeader: true, cell: ({ orderedBy }) => sayRole(orderedBy) },
        { head: 'Hours', number: true, cell: ({ minutes }) => wholeHours(minutes) },
        { head: 'Counts as', cell: ({ ruling }) => sayRuling(ruling) },
      ]}
      rows={[...rows].sort((a, b) => b.minutes - a.minutes)}
      rowKey={({ orderedBy, ruling }) => `${orderedBy}/${ruling}`}
    />
  );
}
