import { z } from 'zod';
import type { Month } from '../../lib/calendar/month.ts';
import type { Lake } from '../../platform/lake/index.ts';
import { quoted } from '../incidents/rows-store.ts';
import type { ReasonCount } from '../model.ts';

/** One street CSV; the month its place in an archive says it holds, null when nothing says so. */
export interface StreetEntry {
  id: number;
  path: string;
  /** As in the archive, its folder with it. */
  name: string;
  month: Month | null;
}

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
const MOST_LINE_BYTES = 100_000;
const count = z.number();

/** The lake's own reasons for not reading a line, in words. */
const UNREAD: Record<string, string> = {
  'MISSING COLUMNS': 'a number of columns that is not twelve',
  'TOO MANY COLUMNS': 'a number of columns that is not twelve',
  'INVALID ENCODING': 'text that is not UTF-8',
  'UNQUOTED VALUE': 'quotation marks that do not close',
  'LINE SIZE OVER MAXIMUM': `a line longer than ${MOST_LINE_BYTES.toLocaleString('en-GB')} characters`,
};
const UNREAD_OTHERWISE = 'a line that cannot be read';

/** SQL of a coordinate in ten-millionths of a degree; null when it is no number, or far from any place on earth. */
const E7 = (degrees: string): string => `try_cast(round(${degrees} * 1e7) as integer)`;
const DEGREES = (column: string): string => `try_cast(${column} as double)`;

/**
 * Reads a batch of street files into the table `raw`: the entry's place in the batch, the columns as text, and the point
 * as numbers: degrees east and north, and x and y in ten-millionths of a degree. Nothing is joined here, so rows keep the order of their files. Lines that
 * cannot be read as rows are in the table `unread`.
 * @returns the lines that could not be read, by reason
 */
export async function loadBatch(lake: Lake, entries: readonly StreetEntry[]): Promise<ReasonCount[]> {
  const rows = entries.map(({ path, name }, at) => `(${at}, ${quoted(path)}, ${quoted(name)})`).join(', ');
  await lake.query(`create or replace table entry as select * from (values ${rows}) as entry(id, path, name)`);
  // Replaced in one statement, the rows of the batch before would be held until these are read.
  for (const table of ['raw', 'twin', 'placed']) await lake.query(`drop table if exists ${table}`);
  const columns = COLUMNS.map((column) => `${column}: 'VARCHAR'`).join(', ');
  const files = entries.map(({ path }) => quoted(path)).join(', ');
  await lake.query(`
    create or replace table raw as
    select file_index::integer as entry, file.*, ${DEGREES('longitude')} as east, ${DEGREES('latitude')} as north,
      ${E7(DEGREES('longitude'))} as x, ${E7(DEGREES('latitude'))} as y
    from read_csv([${files}], columns = {${columns}}, header = true, auto_detect = false, delim = ',', quote = '"',
      escape = '"', strict_mode = true, store_rejects = true, rejects_limit = 0, nullstr = '',
      max_line_size = ${MOST_LINE_BYTES}) as file`);
  const reasons = Object.entries(UNREAD).map(([kind, reason]) => `when ${quoted(kind)} then ${quoted(reason)}`);
  await lake.query(`
    create or replace table unread as
    select entry.id as entry, line::bigint as line, rtrim(any_value(csv_line), chr(10) || chr(13)) as said,
      case min(error_type::varchar) ${reasons.join(' ')} else ${quoted(UNREAD_OTHERWISE)} end as reason
    from reject_errors join (select distinct file_id, file_path from reject_scans) using (file_id)
    join entry on entry.path = file_path group by all`);
  await lake.query('drop table reject_errors');
  await lake.query('drop table reject_scans');
  const found = await lake.query('select reason, count(*)::integer as count from unread group by reason');
  return z.array(z.object({ reason: z.string(), count })).parse(found);
}

/** How many rows were read into `raw`. */
export async function countRows(lake: Lake): Promise<number> {
  const found = await lake.query('select count(*)::integer as "rows" from raw');
  return z.array(z.object({ rows: count })).parse(found)[0]?.rows ?? 0;
}

/** How many line breaks lie inside the fields of `raw`. */
export async function countBreaks(lake: Lake): Promise<number> {
  const fields = COLUMNS.map((column) => `coalesce(${column}, '')`).join(' || ');
  const broken = COLUMNS.map((column) => `contains(${column}, chr(10))`).join(' or ');
  // Few rows have a break, if any; joining the fields of all of them takes a second in a million rows.
  const found = await lake.query(`
    select coalesce(sum(len(breaks) - len(replace(breaks, chr(10), ''))), 0)::integer as breaks
    from (select ${fields} as breaks from raw where ${broken})`);
  return z.array(z.object({ breaks: count })).parse(found)[0]?.breaks ?? 0;
}
