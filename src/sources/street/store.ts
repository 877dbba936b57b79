import { z } from 'zod';
import type { BoundaryVersion } from '../../geography/index.ts';
import { isMonth, type Month } from '../../lib/calendar/month.ts';
import { slug } from '../../measures/index.ts';
import type { Lake } from '../../platform/lake/index.ts';
import type { ReasonCount } from '../model.ts';
import { forceOf } from './force-of.ts';
import type { TallyRow } from './tally.ts';

/** One street CSV of a batch; the month its place in an archive says it holds, null when nothing says so. */
export interface StreetEntry {
  id: number;
  path: string;
  month: Month | null;
}

const COLUMNS = [
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
];
const MOST_LINE_BYTES = 100_000;
/** Names become file names and keys; the longest real one has 29 letters. */
const MOST_NAME_LETTERS = 60;
const monthCheck = z.custom<Month>((value) => typeof value === 'string' && isMonth(value));
const count = z.number();
const texts = z.array(z.string());
const tallyColumns = z.object({
  force: texts,
  month: z.array(monthCheck),
  type: texts,
  ward: texts,
  count: z.array(count),
});

/** Reasons for which a row is left out; the words are shown to people. */
const FAULT = {
  month: 'a month not of the form 2024-02',
  otherMonth: 'a month that is not the file’s',
  future: 'a month still to come',
  force: 'no reporting force',
  type: 'no crime type',
  forceName: 'a reporting force that is no name',
  typeName: 'a crime type that is no name',
  half: 'a longitude without a latitude or the other way round',
  number: 'coordinates that are not numbers',
  earth: 'coordinates that are not on earth',
  same: 'the same crime given again: identical, crime ID and all',
} as const;

/** The lake's own reasons for not reading a line, in words. */
const UNREAD: Record<string, string> = {
  'MISSING COLUMNS': 'a number of columns that is not twelve',
  'TOO MANY COLUMNS': 'a number of columns that is not twelve',
  'INVALID ENCODING': 'text that is not UTF-8',
  'UNQUOTED VALUE': 'quotation marks that do not close',
  'LINE SIZE OVER MAXIMUM': `a line longer than ${MOST_LINE_BYTES.toLocaleString('en-GB')} characters`,
};

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const isName = (table: string): string => `length(${table}.key) between 1 and ${MOST_NAME_LETTERS}`;
const wardColumn = (version: BoundaryVersion): string => version.replace('wards-', 'ward_');
const E7 = (column: string): string => `try_cast(round(try_cast(${column} as double) * 1e7) as integer)`;
const ALL_COLUMNS = COLUMNS.map((column) => `raw.${column}`).join(', ');

/** Makes the table of points whose wards are known, which grows batch by batch. */
export async function createPoints(lake: Lake, versions: readonly BoundaryVersion[]): Promise<void> {
  const wards = versions.map((version) => `${wardColumn(version)} varchar`);
  await lake.query(`create table point (x integer, y integer, ${wards.join(', ')})`);
}

/** Reads a batch of street files as text, and gives the lines that could not be read as rows, by reason. */
export async function loadBatch(lake: Lake, entries: readonly StreetEntry[]): Promise<ReasonCount[]> {
  const rows = entries.map(({ id, path }) => `(${id}, ${text(path)})`).join(', ');
  await lake.query(`create or replace table entry as select * from (values ${rows}) as entry(id, path)`);
  const columns = COLUMNS.map((column) => `${column}: 'VARCHAR'`).join(', ');
  const files = entries.map(({ path }) => text(path)).join(', ');
  await lake.query(`
    create or replace table raw as
    select entry.id as entry, file.* exclude (filename)
    from read_csv([${files}], columns = {${columns}}, header = true, auto_detect = false, delim = ',', quote = '"',
      escape = '"', strict_mode = true, store_rejects = true, rejects_limit = 0, nullstr = '', filename = true,
      max_line_size = ${MOST_LINE_BYTES}) as file
    join entry on entry.path = file.filename`);
  const unread = await lake.query(`
    select kind, count(*)::integer as count
    from (select file_id, line, min(error_type::varchar) as kind from reject_errors group by all) group by kind`);
  await lake.query('drop table reject_errors');
  await lake.query('drop table reject_scans');
  return z
    .array(z.object({ kind: z.string(), count }))
    .parse(unread)
    .map((row) => ({ reason: UNREAD[row.kind] ?? 'a line that cannot be read', count: row.count }));
}

/** How many rows a batch has, and how many line breaks lie inside their fields. */
export async function countRows(lake: Lake): Promise<{ rows: number; breaks: number }> {
  const fields = COLUMNS.map((column) => `coalesce(${column}, '')`).join(' || ');
  const broken = COLUMNS.map((column) => `contains(${column}, chr(10))`).join(' or ');
  // Few rows have a break, if any; joining the fields of all of them takes a second in a million rows.
  const found = await lake.query(`
    select (select count(*)::integer from raw) as "rows",
      coalesce(sum(len(breaks) - len(replace(breaks, chr(10), ''))), 0)::integer as breaks
    from (select ${fields} as breaks from raw where ${broken})`);
  const [row] = z.array(z.object({ rows: count, breaks: count })).parse(found);
  return row ?? { rows: 0, breaks: 0 };
}

/**
 * Names the forces and crime types of a batch as Wardroom does.
 * @returns the crime types
 */
export async function nameValues(lake: Lake): Promise<string[]> {
  const distinct = async (column: string): Promise<string[]> =>
    z
      .array(z.object({ name: z.string() }))
      .parse(await lake.query(`select distinct ${column} as name from raw where ${column} is not null order by 1`))
      .map(({ name }) => name);
  const types = await distinct('crime_type');
  await createNames(lake, 'force_name', await distinct('reported_by'), forceOf);
  await createNames(lake, 'type_name', types, slug);
  return types.map(slug).filter((key) => key.length > 0 && key.length <= MOST_NAME_LETTERS);
}

async function createNames(lake: Lake, table: string, names: string[], key: (name: string) => string): Promise<void> {
  await lake.query(`create or replace table ${table} (name varchar, key varchar)`);
  if (names.length === 0) return;
  const rows = names.map((name) => `(${text(name)}, ${text(key(name))})`).join(', ');
  await lake.query(`insert into ${table} values ${rows}`);
}

/**
 * Marks the rows of a batch that cannot be used and gives their number by reason.
 * @param fileMonths the month each entry holds; entries without one may hold several
 * @param latest the present month
 */
export async function markFaults(
  lake: Lake,
  fileMonths: ReadonlyMap<number, Month>,
  latest: Month,
): Promise<ReasonCount[]> {
  await lake.query('create or replace table file_month (entry integer, held varchar)');
  const rows = [...fileMonths].map(([entry, month]) => `(${entry}, ${text(month)})`);
  if (rows.length > 0) await lake.query(`insert into file_month values ${rows.join(', ')}`);
  await lake.query(`
    create or replace table fault as
    select row_at, reason from (
      select raw.rowid as row_at, case
        when raw.month is null or not regexp_full_match(raw.month, '[0-9]{4}-(0[1-9]|1[0-2])') then ${text(FAULT.month)}
        when raw.month <> file_month.held then ${text(FAULT.otherMonth)}
        when raw.month > ${text(latest)} then ${text(FAULT.future)}
        when reported_by is null then ${text(FAULT.force)}
        when crime_type is null then ${text(FAULT.type)}
        when not ${isName('force_name')} then ${text(FAULT.forceName)}
        when not ${isName('type_name')} then ${text(FAULT.typeName)}
        when (longitude is null) <> (latitude is null) then ${text(FAULT.half)}
        when longitude is null then null
        when try_cast(longitude as double) is null or try_cast(latitude as double) is null then ${text(FAULT.number)}
        when abs(try_cast(longitude as double)) > 180 or abs(try_cast(latitude as double)) > 90 then ${text(FAULT.earth)}
      end as reason
      from raw left join file_month using (entry)
      left join force_name on force_name.name = raw.reported_by
      left join type_name on type_name.name = raw.crime_type)
    where reason is not null`);
  await lake.query(`
    create or replace table repeated as
    select entry, crime_id from raw where crime_id is not null group by all having count(*) > 1`);
  await lake.query(`
    insert into fault
    select row_at, ${text(FAULT.same)} from (
      select raw.rowid as row_at, row_number() over (partition by raw.entry, ${ALL_COLUMNS} order by raw.rowid) as turn
      from raw join repeated using (entry, crime_id) anti join fault on fault.row_at = raw.rowid)
    where turn > 1`);
  const found = await lake.query('select reason, count(*)::integer as count from fault group by reason');
  return z.array(z.object({ reason: z.string(), count })).parse(found);
}

const limits = z.object({ withoutId: count, unproved: count, sharedIds: count, unlocated: count });

/**
 * Counts rows that can be used but have a limit: no crime ID, repeats that cannot be proved for want of one, an ID that
 * other crimes have too, no location. Rows left out as repeats count as unlocated too, as they do in the file.
 */
export async function countLimits(lake: Lake): Promise<z.infer<typeof limits>> {
  const columns = COLUMNS.filter((column) => column !== 'crime_id').join(', ');
  const found = await lake.query(`
    select
      (select count(*)::integer from raw anti join fault on fault.row_at = raw.rowid
        where crime_id is null) as "withoutId",
      (select coalesce(sum(same - 1), 0)::integer from (
        select count(*) as same from raw anti join fault on fault.row_at = raw.rowid where crime_id is null
        group by entry, ${columns} having count(*) > 1)) as unproved,
      (select coalesce(sum(same - 1), 0)::integer from (
        select count(*) as same from raw join repeated using (entry, crime_id)
        anti join fault on fault.row_at = raw.rowid group by entry, crime_id)) as "sharedIds",
      (select count(*)::integer from raw left join fault on fault.row_at = raw.rowid
        where longitude is null and (reason is null or reason = ${text(FAULT.same)})) as unlocated`);
  const [row] = z.array(limits).length(1).parse(found);
  return row ?? { withoutId: 0, unproved: 0, sharedIds: 0, unlocated: 0 };
}

/** Points of the batch whose wards are not known yet, in ten-millionths of a degree. */
export async function newPoints(lake: Lake): Promise<{ x: Int32Array; y: Int32Array }> {
  const { x = [], y = [] } = await lake.columns(`
    select x, y from (
      select distinct ${E7('longitude')} as x, ${E7('latitude')} as y
      from raw anti join fault on fault.row_at = raw.rowid where longitude is not null)
    anti join point using (x, y)`);
  return { x: Int32Array.from(x, Number), y: Int32Array.from(y, Number) };
}

/** Adds points with the code of their ward (null for none) in each version. */
export async function addPoints(
  lake: Lake,
  points: { x: Int32Array; y: Int32Array },
  wards: readonly (string | null)[][],
): Promise<void> {
  await lake.append('point', [
    { type: 'integer', values: points.x },
    { type: 'integer', values: points.y },
    ...wards.map((values) => ({ type: 'varchar' as const, values })),
  ]);
}

/** Finds force, crime type and wards of the usable rows of the batch and of repeats; the rows stay where they are. */
export async function placePoints(lake: Lake, versions: readonly BoundaryVersion[]): Promise<void> {
  const wards = versions.map((version) => `point.${wardColumn(version)}`).join(', ');
  await lake.query(`
    create or replace table placed as
    select raw.rowid as row_at, raw.entry, raw.month, force_name.key as force, type_name.key as type,
      raw.longitude is not null as located, fault.reason is not null as repeat, ${wards}
    from raw
    left join fault on fault.row_at = raw.rowid
    join force_name on force_name.name = raw.reported_by
    join type_name on type_name.name = raw.crime_type
    left join point on point.x = ${E7('raw.longitude')} and point.y = ${E7('raw.latitude')}
    where fault.reason is null or fault.reason = ${text(FAULT.same)}`);
}

/** Located incidents of the batch by force, month, type and ward of one version. */
export async function tallyWards(lake: Lake, version: BoundaryVersion): Promise<TallyRow[]> {
  const found = tallyColumns.parse(
    await lake.columns(`
      select force, month, type, ${wardColumn(version)} as ward, count(*)::integer as count
      from placed where not repeat and ${wardColumn(version)} is not null group by all`),
  );
  return found.ward.map((ward, at) => ({
    force: found.force[at] as string,
    month: found.month[at] as Month,
    type: found.type[at] as string,
    ward,
    count: found.count[at] as number,
  }));
}

/** Rows of the batch, repeats among them, whose point lies in no ward of a version. */
export async function countOutside(lake: Lake, version: BoundaryVersion): Promise<number> {
  const rows = await lake.query(`
    select count(*)::integer as count from placed where located and ${wardColumn(version)} is null`);
  return z.array(z.object({ count })).parse(rows)[0]?.count ?? 0;
}

/** Usable rows of the batch by entry, force and month. */
export async function usableMonths(
  lake: Lake,
): Promise<{ entry: number; force: string; month: Month; rows: number }[]> {
  const rows = await lake.query(`
    select entry, force, month, count(*)::integer as "rows" from placed where not repeat group by all order by all`);
  return z.array(z.object({ entry: count, force: z.string(), month: monthCheck, rows: count })).parse(rows);
}

/** Writes the incidents of one entry, force and month as Parquet: the twelve columns, the force, the wards. */
export async function writeMonth(
  lake: Lake,
  { entry, force, month }: { entry: number; force: string; month: Month },
  versions: readonly BoundaryVersion[],
  path: string,
): Promise<void> {
  const columns = COLUMNS.map((column) =>
    column === 'longitude' || column === 'latitude'
      ? `try_cast(raw.${column} as double) as ${column}`
      : `raw.${column}`,
  );
  const wards = versions.map((version) => `placed.${wardColumn(version)}`);
  await lake.query(`
    copy (
      select ${[...columns, 'placed.force', ...wards].join(', ')}
      from raw join placed on placed.row_at = raw.rowid
      where not repeat and raw.entry = ${entry} and placed.entry = ${entry}
        and placed.force = ${text(force)} and placed.month = ${text(month)})
    to ${text(path)} (format parquet, compression zstd, compression_level 1)`);
}
