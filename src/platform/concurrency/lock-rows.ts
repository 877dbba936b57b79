import { sql } from 'kysely';
import type { Records } from '../database/index.ts';

/**
 * Locks rows until the transaction ends, in the order of their keys, so that two transactions that need the same rows
 * never wait for each other. For a transaction that writes under several parents, before its first write.
 * The lock is the one that an update takes: references to the row still go in, which `for update` would hold up, and two
 * transactions that each had added one and then asked for that lock would wait for each other.
 * @param rows.table with its schema
 * @param rows.key   a column of whole numbers that never changes
 * @returns the keys that were locked; one that is missing has no row that may be changed
 */
export async function lockRows(
  trx: Records,
  { table, key, values }: { table: string; key: string; values: readonly number[] },
): Promise<number[]> {
  const locked = await sql<{ key: number }>`
    select ${sql.ref(key)} as key from ${sql.table(table)}
    where ${sql.ref(key)} = any(${values}::bigint[]) order by ${sql.ref(key)} for no key update`.execute(trx);
  return locked.rows.map((row) => row.key);
}
