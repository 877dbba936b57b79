import { z } from 'zod';
import type { Month } from '../../lib/calendar/month.ts';
import type { Lake } from '../../platform/lake/index.ts';
import type { ReasonCount } from '../model.ts';
import { forceOf } from '../street/force-of.ts';

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

/** A text as SQL writes it. */
export const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** SQL of whether the key in a table of names and keys is one: neither empty nor too long. */
export const isName = (table: string): string => `length(${table}.key) between 1 and ${MOST_NAME_LETTERS}`;

/** SQL of whether a text is a month, such as 2024-02. */
export const isMonthText = (text: string): string => `regexp_full_match(${text}, '[0-9]{4}-(0[1-9]|1[0-2])')`;

/** SQL of the reason for which a row's coordinates cannot be used; its branches end a `case`, null when they can. */
export const COORDINATE_FAULTS = `
  when (raw.longitude is null) <> (raw.latitude is null) then ${quoted(FAULT.half)}
  when raw.longitude is null then null
  when try_cast(raw.longitude as double) is null or try_cast(raw.latitude as double) is null
    or not isfinite(try_cast(raw.longitude as double)) or not isfinite(try_cast(raw.latitude as double))
    then ${quoted(FAULT.number)}
  when abs(try_cast(raw.longitude as double)) > 180 or abs(try_cast(raw.latitude as double)) > 90
    then ${quoted(FAULT.earth)}`;

/** Makes the table `force_name` of the names in "Reported by" with the forces they mean. */
export async function nameForces(lake: Lake): Promise<void> {
  await createKeys(lake, 'force_name', await distinctTexts(lake, 'reported_by'), forceOf);
}

/**
 * The different texts of a column.
 * @param table of the rows of the batch, or of what was found in them
 */
export async function distinctTexts(lake: Lake, column: string, table = 'raw'): Promise<string[]> {
  const found = await lake.query(`
    select distinct ${column} as name from ${table} where ${column} is not null order by 1`);
  return z
    .array(z.object({ name: z.string() }))
    .parse(found)
    .map(({ name }) => name);
}

/** Makes a table of names and their keys. */
export async function createKeys(
  lake: Lake,
  table: string,
  names: readonly string[],
  keyOf: (name: string) => string,
): Promise<void> {
  await lake.query(`create or replace table ${table} (name varchar, key varchar)`);
  const rows = names.map((name) => `(${quoted(name)}, ${quoted(keyOf(name))})`);
  if (rows.length > 0) await lake.query(`insert into ${table} values ${rows.join(', ')}`);
}

/** Makes the table `file_month` of the month each entry holds; entries without one may hold several. */
export async function createFileMonths(lake: Lake, fileMonths: ReadonlyMap<number, Month>): Promise<void> {
  await lake.query('create or replace table file_month (entry integer, held varchar)');
  const rows = [...fileMonths].map(([entry, month]) => `(${entry}, ${quoted(month)})`);
  if (rows.length > 0) await lake.query(`insert into file_month values ${rows.join(', ')}`);
}

/** Rows in the table `fault`, by reason. */
export async function countFaults(lake: Lake): Promise<ReasonCount[]> {
  const found = await lake.query('select reason, count(*)::integer as count from fault group by reason');
  return z.array(z.object({ reason: z.string(), count })).parse(found);
}
