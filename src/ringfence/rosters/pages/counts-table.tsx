import { DataTable } from '../../../ui/data-table.tsx';
import type { PlanShown } from '../plan/show-plan.ts';
import { COUNT_WORDS } from '../say-roster.ts';

/** What a roster adds, changes, leaves as it is and holds back, in rows. */
export function CountsTable({
  caption,
  counts,
  synthetic,
}: {
  caption: string;
  counts: PlanShown['counts'];
  synthetic: boolean;
}) {
  return (
    <DataTable
      caption={caption}
      synthetic={synthetic}
      rows={[...COUNT_WORDS]}
      rowKey={({ count }) => count}
      columns={[
        { head: 'What', rowHeader: true, cell: ({ title }) => title },
        { head: 'Count', number: true, cell: ({ count }) => counts[count] },
      ]}
    />
  );
}
