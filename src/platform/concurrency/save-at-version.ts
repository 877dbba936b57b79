import { sql } from 'kysely';
import { InvalidArgument } from '../../lib/invalid-argument.ts';
import { NotAllowed } from '../access/not-allowed.ts';
import type { Records } from '../database/index.ts';
import { StaleEdit } from './stale-edit.ts';

/** One edit of one row. */
export interface VersionedEdit<Stored> {
  /** The table with its schema; it has a column `version integer not null default 1`. */
  table: string;
  /** The columns that name the row, with their values. */
  key: Readonly<Record<string, unknown>>;
  /** The version that the editor saw, from a hidden field of the form. */
  version: number;
  /** The columns to write, with their values, as the editor entered them: never the key or the version. */
  changes: Readonly<Record<string, unknown>>;
  /** Reads a whole row; it may throw on one that cannot be. */
  read: (row: Readonly<Record<string, unknown>>) => Stored;
}

/**
 * Saves an edit if the row is still as the editor saw it, and makes it the next version. Of several edits of one version,
 * the first to be written wins; the others wait for its transaction to end, and are told.
 * Call it in the transaction of the write: the audit goes into the same one.
 * @returns the row as it now is, with its new version
 * @throws StaleEdit when somebody saved or removed the row first; nothing was written, and it carries what is stored
 * @throws NotAllowed when the row may be seen and not changed
 * @throws InvalidArgument when there is nothing to write, or a change names the key or the version
 */
export async function saveAtVersion<Stored>(trx: Records, edit: VersionedEdit<Stored>): Promise<Stored> {
  const { table, key, version, changes, read } = edit;
  checkColumns(key, changes);
  const row = sql.join(conditions(key), sql` and `);
  const written = sql.join(
    Object.entries(changes).map(([column, value]) => sql`${sql.ref(column)} = ${value}`),
    sql`, `,
  );
  const saved = await sql<Record<string, unknown>>`
    update ${sql.table(table)} set ${written}, version = version + 1
    where ${row} and version = ${version} returning *`.execute(trx);
  const [now] = saved.rows;
  if (now !== undefined) return read(now);
  const found = await sql<Record<string, unknown>>`select * from ${sql.table(table)} where ${row}`.execute(trx);
  const [stored] = found.rows;
  if (stored?.version === version)
    throw new NotAllowed('Your role lets you see this record but not change it: ask whoever it belongs to.');
  throw new StaleEdit(stored === undefined ? null : read(stored), version);
}

function conditions(key: Readonly<Record<string, unknown>>) {
  return Object.entries(key).map(([column, value]) => sql`${sql.ref(column)} = ${value}`);
}

function checkColumns(key: VersionedEdit<unknown>['key'], changes: VersionedEdit<unknown>['changes']): void {
  const columns = Object.keys(changes);
  if (columns.length === 0) throw new InvalidArgument('An edit without changes.');
  if (Object.keys(key).length === 0) throw new InvalidArgument('An edit of no row in particular.');
  const fixed = columns.find((column) => column === 'version' || column in key);
  if (fixed !== undefined) throw new InvalidArgument(`An edit may not change ${fixed}.`);
}
