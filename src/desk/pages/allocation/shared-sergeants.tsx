import type { OptimalPlan, PlannedSergeant } from '../../../allocation/index.ts';
import { andList } from '../../../ui/and-list.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { percent } from '../../../ui/percent.ts';

/** Sergeants who lead two wards, the most loaded first; nothing where none does. */
export function SharedSergeants({ plan }: { plan: OptimalPlan }) {
  const shared = plan.sergeants
    .map((sergeant, place) => ({ ...sergeant, number: place + 1 }))
    .filter(({ wards }) => wards.length > 1)
    .toSorted((a, b) => b.demandShare - a.demandShare);
  if (shared.length === 0) return null;
  return (
    <DataTable<PlannedSergeant & { number: number }>
      caption="Sergeants who lead two wards"
      sub="By their number on the map; the most loaded first."
      synthetic={plan.synthetic}
      compact
      rows={shared}
      rowKey={({ number }) => String(number)}
      columns={[
        { head: 'Wards', rowHeader: true, cell: ({ names }) => andList(names) },
        { head: 'Sergeant', number: true, cell: ({ number }) => number },
        { head: 'Share of demand', number: true, cell: ({ demandShare }) => percent(demandShare, 2) },
      ]}
    />
  );
}
