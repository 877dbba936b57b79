import type { Engine } from './engine.ts';

/** PostgreSQL's own thresholds are 50 rows and a fifth of the table; below a thousand it is not worth the wait. */
const bloated = `
  select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables
  where n_dead_tup > 1000 and n_dead_tup > n_live_tup / 5`;

/**
 * Gives the room of deleted rows back for use, as a server's autovacuum does: PGlite has none, and its counts of dead
 * rows end with the process.
 * @returns the tables that were vacuumed
 */
export async function tidy(engine: Engine): Promise<string[]> {
  // Only their owner may vacuum tables.
  await engine.run('reset role', []);
  // PGlite counts, but does not tell its statistics until asked to.
  await engine.run('select pg_stat_force_next_flush()', []);
  const { rows } = await engine.run(bloated, []);
  const names = rows.map((row) => String(row.name));
  for (const name of names) await engine.run(`vacuum (analyze) ${name}`, []);
  return names;
}
