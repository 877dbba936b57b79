import type { BoundaryVersion } from '../../geography/index.ts';
import type { Month } from '../../lib/calendar/month.ts';
import type { CategorySeries } from '../../measures/index.ts';
import { reasonCounter, totalOf } from '../count-reasons.ts';
import { coverageOf } from '../engine/coverage-of.ts';
import type { ReasonCount } from '../model.ts';
import type { Table, TableRow } from '../read-table.ts';
import { type KeyedRow, settleRepeats } from '../settle-repeats.ts';
import type { ReadText, RefusedText } from '../text-source.ts';

/** What one figure of a row counts, and when. */
export interface Figure {
  category: string;
  month: Month;
}

/** The figures of one area, parallel to a list of {@link Figure}; null where the file has no value. */
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

/** What rows of figures come to; refused when there is none that can be used. */
export function asReadText(
  table: Table,
  series: readonly CategorySeries[],
  notices: readonly ReasonCount[],
  recognisedAs?: string,
): ReadText | RefusedText {
  const refused = table.leftOut.counts();
  if (series.length === 0) {
    const why = refused[0] === undefined ? '' : ` (${refused[0].reason})`;
    return { kind: 'refused', because: `has no row that can be used${why}: download it again` };
  }
  const coverage = coverageOf(series);
  const months = coverage.map(({ month }) => month).sort();
  const versions = series.map(({ boundaryVersion }) => boundaryVersion);
  return {
    kind: 'read',
    ...(recognisedAs === undefined ? {} : { recognisedAs }),
    rowsRead: table.rowsRead,
    rowsUsed: table.rowsRead - totalOf(refused),
    refused,
    refusedRows: table.leftOut.rows(),
    notices: sorted(notices),
    from: months[0] ?? null,
    to: months.at(-1) ?? null,
    boundaryVersions: [...new Set(versions)].filter((version) => version !== 'unplaced'),
    series,
    coverage,
  };
}

function sorted(notices: readonly ReasonCount[]): ReasonCount[] {
  const counter = reasonCounter();
  for (const { reason, count } of notices) counter.add(reason, count);
  return counter.counts();
}
