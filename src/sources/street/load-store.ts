import type { Lake } from '../../platform/lake/index.ts';
import type { IncidentFile } from '../archive/incident-archive-importer.ts';
import { asDegrees, asTenMillionths } from '../incidents/points-store.ts';
import { createEntries, markUnread, readCsv } from '../incidents/read-entries-store.ts';
import type { ReasonCount } from '../model.ts';

/** The twelve columns of a street file, in its order. */
export const COLUMNS = [
  'crime_id',
  'month',
  'reported_by',
  'falls_within',
  'longitude',
  'latitude',
  'location',
  'lsoa_code',
  'lsoa_name',
  'crime_type',
  'last_outcome_category',
  'context',
] as const;

/**
 * Reads a batch of street files into the table `raw`: the entry's place in the batch, the columns as text, and the point
 * as numbers: degrees east and north, and x and y in ten-millionths of a degree. Nothing is joined here, so rows keep the order of their files. Lines that
 * cannot be read as rows are in the table `unread`.
 * @returns the lines that could not be read, by reason
 */
export async function loadBatch(lake: Lake, entries: readonly IncidentFile[]): Promise<ReasonCount[]> {
  await createEntries(
    lake,
    entries.map(({ path, name }, id) => ({ id, path, name })),
  );
  // Replaced in one statement, the rows of the batch before would be held until these are read.
  for (const table of ['raw', 'twin', 'placed']) await lake.query(`drop table if exists ${table}`);
  const [east, north] = [asDegrees('longitude'), asDegrees('latitude')];
  await lake.query(`
    create or replace table raw as
    select file_index::integer as entry, file.*, ${east} as east, ${north} as north,
      ${asTenMillionths(east)} as x, ${asTenMillionths(north)} as y
    from ${readCsv(entries, COLUMNS)} as file`);
  return markUnread(lake, 'twelve');
}
