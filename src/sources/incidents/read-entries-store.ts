import { z } from 'zod';
import type { Lake } from '../../platform/lake/index.ts';
import type { ReasonCount } from '../model.ts';
import { quoted } from './rows-store.ts';

/** A CSV to be read: its number among those of an import, and the name that its rows are known by. */
export interface EntryToRead {
  id: number;
  path: string;
  name: string;
}

const MOST_LINE_BYTES = 100_000;
const UNREAD_OTHERWISE = 'a line that cannot be read';
const count = z.number();

/** The lake's own reasons for not reading a line, in words; the columns a line should have are "the header’s" or a number. */
function unreadReasons(columnsExpected: string): [kind: string, reason: string][] {
  return [
    ['MISSING COLUMNS', `a number of columns that is not ${columnsExpected}`],
    ['TOO MANY COLUMNS', `a number of columns that is not ${columnsExpected}`],
    ['INVALID ENCODING', 'text that is not UTF-8'],
    ['UNQUOTED VALUE', 'quotation marks that do not close'],
    ['LINE SIZE OVER MAXIMUM', `a line longer than ${MOST_LINE_BYTES.toLocaleString('en-GB')} characters`],
  ];
}

/** Makes the table `entry` (id, path, name) of the files of a batch. */
export async function createEntries(lake: Lake, entries: readonly EntryToRead[]): Promise<void> {
  const rows = entries.map(({ id, path, name }) => `(${id}, ${quoted(path)}, ${quoted(name)})`).join(', ');
  await lake.query(`create or replace table entry as select * from (values ${rows}) as entry(id, path, name)`);
}

/**
 * SQL that reads files as text, line by line, and leaves the lines that are no rows to {@link markUnread}.
 * @param columns names for the file's columns, all of them in its order
 * @param more further options, each after a comma
 */
export function readCsv(entries: readonly Pick<EntryToRead, 'path'>[], columns: readonly string[], more = ''): string {
  const files = entries.map(({ path }) => quoted(path)).join(', ');
  const types = columns.map((column) => `${column}: 'VARCHAR'`).join(', ');
  return `read_csv([${files}], columns = {${types}}, header = true, auto_detect = false, delim = ',', quote = '"',
      escape = '"', strict_mode = true, store_rejects = true, rejects_limit = 0, nullstr = ''${more},
      max_line_size = ${MOST_LINE_BYTES})`;
}

/**
 * Makes the table `unread` of the lines that could not be read as rows, with their entry, line, reason and text.
 * @param columnsExpected the columns a line should have, in words: "the header’s" or a number
 * @returns their number by reason
 */
export async function markUnread(lake: Lake, columnsExpected = 'the header’s'): Promise<ReasonCount[]> {
  const reasons = unreadReasons(columnsExpected).map(([kind, reason]) => `when ${quoted(kind)} then ${quoted(reason)}`);
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
  await createEntries(lake, entries);
  const ids = entries.map(({ id }) => id).join(', ');
  const files = entries.map(({ path }) => quoted(path)).join(', ');
  // Rows must keep the order of their files, by which their lines are known: a join would not keep it.
  await lake.query(`
    create or replace table raw as
    select [${ids}][list_position([${files}], filename)]::integer as entry, file.* exclude (filename)
    from ${readCsv(entries, columns, ', filename = true')} as file`);
  return markUnread(lake);
}

/** How many rows were read into `raw`. */
export async function countRows(lake: Lake): Promise<number> {
  const found = await lake.query('select count(*)::integer as "rows" from raw');
  return z.array(z.object({ rows: count })).parse(found)[0]?.rows ?? 0;
}

/** How many line breaks lie inside the fields of `raw`. */
export async function countBreaks(lake: Lake, columns: readonly string[]): Promise<number> {
  const fields = columns.map((column) => `coalesce(${column}, '')`).join(' || ');
  const broken = columns.map((column) => `contains(${column}, chr(10))`).join(' or ');
  // Few rows have a break, if any; joining the fields of all of them takes a second in a million rows.
  const found = await lake.query(`
    select coalesce(sum(len(breaks) - len(replace(breaks, chr(10), ''))), 0)::integer as breaks
    from (select ${fields} as breaks from raw where ${broken})`);
  return z.array(z.object({ breaks: count })).parse(found)[0]?.breaks ?? 0;
}
