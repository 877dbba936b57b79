import { sql } from 'kysely';
import { insertRows, type Records } from '../../platform/database/index.ts';
import type { BookRows } from './book-rows.ts';
import { KIND_TABLES, type KindTable, type KindTables, type Writing } from './kind-tables.ts';

/** Adds rows of a kind in one statement for each batch. */
export async function insertBookRows<Kind extends keyof KindTables>(
  trx: Records,
  kind: Kind,
  rows: readonly BookRows[Kind][],
  writing: Writing,
): Promise<void> {
  const { table, columns, values }: KindTable<BookRows[Kind]> = KIND_TABLES[kind];
  await insertRows(
    trx,
    table,
    columns,
    rows.map((row) => values(row, writing)),
  );
}

/** Changes one row of a kind: the one with its key. */
export async function updateBookRow<Kind extends keyof KindTables>(
  trx: Records,
  kind: Kind,
  row: BookRows[Kind],
  writing: Writing,
): Promise<void> {
  const { table, columns, key, values, counted, once = [] }: KindTable<BookRows[Kind]> = KIND_TABLES[kind];
  const given = values(row, writing);
  const typed = (name: string) => sql`${given[name]}::${sql.raw(columns[name] ?? 'text')}`;
  const changes = Object.keys(columns)
    .filter((name) => (!key.includes(name) || name === 'during') && !once.includes(name))
    .map((name) => sql`${sql.ref(name)} = ${typed(name)}`);
  const named = key.map((name) =>
    name === 'during' ? sql`lower(${sql.ref(name)}) = lower(${typed(name)})` : sql`${sql.ref(name)} = ${typed(name)}`,
  );
  const all = counted ? [...changes, sql`version = version + 1`] : changes;
  const answer = await sql`update ${sql.table(table)} set ${sql.join(all)}
    where ${sql.join(named, sql` and `)}`.execute(trx);
  if (Number(answer.numAffectedRows ?? 0) !== 1) throw new Error(`The ${kind} row to change is not there.`);
}
