import { z } from 'zod';
import type { Lake } from '../../platform/lake/index.ts';
import type { ReasonCount } from '../model.ts';
import { forceOf } from '../street/force-of.ts';

/** A CSV to be read: its number among those of an import, and the name that its rows are known by. */
export interface EntryToRead {
  id: number;
  path: string;
  name: string;
}

const MOST_LINE_BYTES = 100_000;
/** Names become file names and keys; the longest real one has 29 letters. */
export const MOST_NAME_LETTERS = 60;
const count = z.number();

/** Reasons for which a row of incidents is left out; the words are shown to people. */
export const FAULT = {
  month: 'a month not of the form 2024-02',
  otherMonth: 'a month that is not the file’s',
  future: 'a month still to come',
  force: 'no reporting force',
  forceName: 'a reporting force that is no name',
  half: 'a longitude without a latitude or the other way round',
  number: 'coordinates that are not numbers',
  earth: 'coordinates that are not on earth',
} as const;

/** The lake's own reasons for not reading a line, in words. */
const UNREAD: Record<string, string> = {
  'MISSING COLUMNS': 'a number of columns that is not the header’s',
  'TOO MANY COLUMNS': 'a number of columns that is not the header’s',
  'INVALID ENCODING': 'text that is not UTF-8',
  'UNQUOTED VALUE': 'quotation marks that do not close',
  'LINE SIZE OVER MAXIMUM': `a line longer than ${MOST_LINE_BYTES.toLocaleString('en-GB')} characters`,
};
const UNREAD_OTHERWISE = 'a line that cannot be read';

/** A text as SQL writes it. */
export const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** SQL of the reason for which a row's coordinates cannot be used; its branches end a `case`, null when they can. */
export const COORDINATE_FAULTS = `
  when (raw.longitude is null) <> (raw.latitude is null) then ${quoted(FAULT.half)}
  when raw.longitude is null then null
  when try_cast(raw.longitude as double) is null or try_cast(raw.latitude as double) is null
    or not isfinite(try_cast(raw.longitude as double)) or not isfinite(try_cast(raw.latitude as double))
    then ${quoted(FAULT.number)}
  when abs(try_cast(raw.longitude as double)) > 180 or abs(try_cast(raw.latitude as double)) > 90
    then ${quoted(FAULT.earth)}`;

/**
 * Reads files as text into the table `raw`: the entry's number, then the columns in the file's order. The lines that
 * could not be read as rows are in the table `unread` with their entry, line, reason and text.
 * @param columns names for the file's columns, all of them in its order
 * @returns lines that could not be read, by reason
 */
export async function loadEntries(
  lake: Lake,
  entries: readonly EntryToRead[],
  columns: readonly string[],
): Promise<ReasonCount[]> {
  const rows = entries.map(({ id, path, name }) => `(${id}, ${quoted(path)}, ${quoted(name)})`).join(', ');
  await lake.query(`create or replace table entry as select * from (values ${rows}) as entry(id, path, name)`);
  const types = columns.map((column) => `${column}: 'VARCHAR'`).join(', ');
  const files = entries.map(({ path }) => quoted(path)).join(', ');
  // Rows must keep the order of their files, by which their lines are known: a join would not keep it.
  await lake.query(`
    create or replace table raw as
    select [${entries.map(({ id }) => id).join(', ')}][list_position([${files}], filename)]::integer as entry,
      file.* exclude (filename)
    from read_csv([${files}], columns = {${types}}, header = true, auto_detect = false, delim = ',', quote = '"',
      escape = '"', strict_mode = true, store_rejects = true, rejects_limit = 0, nullstr = '', filename = true,
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

/** How many rows were read into `raw`, and how many line breaks lie inside their fields. */
export async function countLoaded(lake: Lake, columns: readonly string[]): Promise<{ rows: number; breaks: number }> {
  const fields = columns.map((column) => `coalesce(${column}, '')`).join(' || ');
  const broken = columns.map((column) => `contains(${column}, chr(10))`).join(' or ');
  // Few rows have a break, if any; joining the fields of all of them takes a second in a million rows.
  const found = await lake.query(`
    select (select count(*)::integer from raw) as "rows",
      coalesce(sum(len(breaks) - len(replace(breaks, chr(10), ''))), 0)::integer as breaks
    from (select ${fields} as breaks from raw where ${broken})`);
  const [row] = z.array(z.object({ rows: count, breaks: count })).parse(found);
  return row ?? { rows: 0, breaks: 0 };
}

/** Makes the table `force_name` of the names in "Reported by" with the forces they mean. */
export async function nameForces(lake: Lake): Promise<void> {
  const names = await distinctTexts(lake, 'reported_by');
  await createKeys(
    lake,
    'force_name',
    names.map((name) => [name, forceOf(name)]),
  );
}

/** The different texts of a column of `raw`. */
export async function distinctTexts(lake: Lake, column: string): Promise<string[]> {
  const found = await lake.query(`
    select distinct ${column} as name from raw where ${column} is not null order by 1`);
  return z
    .array(z.object({ name: z.string() }))
    .parse(found)
    .map(({ name }) => name);
}

/** Makes a table of names and their keys. */
export async function createKeys(
  lake: Lake,
  table: string,
  keys: readonly (readonly [name: string, key: string])[],
): Promise<void> {
  await lake.query(`create or replace table ${table} (name varchar, key varchar)`);
  const rows = keys.map(([name, key]) => `(${quoted(name)}, ${quoted(key)})`);
  if (rows.length > 0) await lake.query(`insert into ${table} values ${rows.join(', ')}`);
}

/** Rows in the table `fault`, by reason. */
export async function countFaults(lake: Lake): Promise<ReasonCount[]> {
  const found = await lake.query('select reason, count(*)::integer as count from fault group by reason');
  return z.array(z.object({ reason: z.string(), count })).parse(found);
}
