import type { BoundaryVersion } from '../../geography/index.ts';
import type { Month } from '../../lib/calendar/month.ts';
import type { Table, TableRow } from '../read-table.ts';
import { type KeyedRow, settleRepeats } from '../settle-repeats.ts';

/** What the figures of one column count, and when. */
export interface FigureColumn {
  category: string;
  month: Month;
}

/** The figures of one area, parallel to a list of {@link FigureColumn}; null where the file has no value. */
export interface AreaRow {
  areaCode: string;
  version: BoundaryVersion;
  values: readonly (number | null)[];
}

/**
 * Reads a table that has one row for each area. A row given again is left out; where two rows of an area have different
 * figures, neither can be believed: all of them are left out, and the area has no value.
 * @param readRow the figures of a row, or the reason why it cannot be used
 */
export function readAreaRows(table: Table, readRow: (row: TableRow) => AreaRow | string): AreaRow[] {
  const keyed: KeyedRow<AreaRow>[] = [];
  for (const row of table.rows) {
    const read = readRow(row);
    if (typeof read === 'string') table.leftOut.add(row, read);
    else keyed.push({ row, key: `${read.version} ${read.areaCode}`, stated: read });
  }
  return [...settleRepeats(keyed, table.leftOut).values()];
}
