import { DataTable } from '../../ui/data-table.tsx';
import { percent } from '../../ui/percent.ts';
import type { ClassRow } from '../reports/model.ts';
import { wholeHours } from './whole-hours.ts';

/** The rate of each class of posts; nothing where the public figures do not tell them apart. */
export function ClassesTable({ rows, synthetic }: { rows: readonly ClassRow[]; synthetic: boolean }) {
  if (rows.length === 0) return null;
  const share = (value: number | null) => (value === null ? '–' : percent(value));
  return (
    <DataTable
      caption="By class of posts"
      sub="Of rostered ward duty, as the month was first closed"
      synthetic={synthetic}
      compact
      columns={[
        { head: 'Class', rowHeader: true, cell: ({ name }) => name },
        { head: 'Hours', number: true, cell: ({ availableMinutes }) => wholeHours(availableMinutes) },
        { head: 'Elsewhere', number: true, cell: ({ awayShare }) => share(awayShare) },
        { head: 'Breaches', number: true, cell: ({ breachShare }) => share(breachShare) },
      ]}
      rows={[...rows]}
      rowKey={({ code }) => code}
    />
  );
}
