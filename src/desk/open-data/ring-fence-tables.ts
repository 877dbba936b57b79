import type { OpenTable } from '../../lib/tables/index.ts';
import { SYNTHETIC_NOTE } from '../../measures/index.ts';
import { abstractionsTable, type MonthReport, reportOpenTable } from '../../ringfence/index.ts';

/** Every month that is public of the ring-fence: by ward, and by borough and type as the force's own table was. None without one. */
export function ringFenceTables(reports: readonly MonthReport[], made: string): OpenTable[] {
  if (reports.length === 0) return [];
  return [reportOpenTable(reports, made), abstractions(reports, made)];
}

/** The Datastore's layout, its columns named as every table here names them: "Borough Code" is borough_code. */
function abstractions(reports: readonly MonthReport[], made: string): OpenTable {
  const { columns, rows } = abstractionsTable(reports);
  return {
    name: 'ring-fence-abstractions',
    title: 'Abstractions of ward officers by borough and type',
    description:
      'Minutes in the columns of the London Datastore’s table of dedicated ward officer abstractions, with the denominators that it lacked.',
    columns: columns.map((column) => ({ ...column, name: column.name.toLowerCase().replaceAll(' ', '_') })),
    key: ['month', 'borough_code', 'team', 'abstraction_type'],
    rows,
    notes: [
      ...(reports.some(({ synthetic }) => synthetic) ? [SYNTHETIC_NOTE] : []),
      'One team a borough: what officers of one ward were away for in a month would tell of too few. Reasons of fewer than 3 officers are of the type Not Shown.',
      'With the Datastore’s own names of columns it is at /ringfence/abstractions.csv, which Wardroom and what read the Datastore’s file can import.',
    ],
    sources: [{ title: 'Wardroom, ring-fence ledger of the command unit' }],
    made,
  };
}
