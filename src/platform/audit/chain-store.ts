import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../database/index.ts';
import type { ChainedEntry, ChainHead } from './model.ts';

const head = z.object({ instance: z.string(), seq: z.number(), hash: z.string() });

/** Where the chain stands; null where nothing was ever written. Anyone may read it: it tells nothing of what was written. */
export async function readChainHead(records: Records): Promise<ChainHead | null> {
  const { rows } = await sql`
    select instance::text as instance, seq, encode(hash, 'hex') as hash from platform.audit_chain`.execute(records);
  return z.array(head).parse(rows)[0] ?? null;
}

/** Rows are not parsed with zod: a million of them are read, and every field of theirs is hashed. */
interface EntryRow {
  seq: number;
  at: number;
  module: string;
  actor: string | null;
  role: string | null;
  action: string;
  subject: string;
  whom: string | null;
  reason: string | null;
  detail: string;
  salt: string | null;
  contentHash: string;
  prevHash: string;
  hash: string;
}

/**
 * Some entries of the chain, in order of their numbers, and where the chain stood at that very moment.
 * @param system Wardroom's own handle: everyone else sees only what their role allows
 */
export async function readChainPage(
  system: Records,
  after: number,
  most: number,
): Promise<{ entries: ChainedEntry[]; latest: ChainHead | null }> {
  return system
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const { rows } = await sql<EntryRow>`
        select seq, (extract(epoch from at) * 1000000)::bigint as at, module, actor, role, action, subject, whom, reason,
          detail, encode(salt, 'hex') as salt, encode(content_hash, 'hex') as "contentHash",
          encode(prev_hash, 'hex') as "prevHash", encode(hash, 'hex') as hash
        from platform.audit where seq > ${after} order by seq limit ${most}`.execute(trx);
      return { entries: rows.map(entryOf), latest: await readChainHead(trx) };
    });
}

function entryOf(row: EntryRow): ChainedEntry {
  const { seq, at, module, contentHash, prevHash, hash, actor, role, action, subject, whom, reason, detail, salt } =
    row;
  const content = actor === null || salt === null ? null : { actor, role, action, subject, whom, reason, detail, salt };
  return { seq, at, module, content, contentHash, prevHash, hash };
}

/** How many erasures there were: entries read before one and after it do not fit together. */
export async function countErasures(system: Records): Promise<number> {
  const { rows } = await sql`
    select count(*) as erasures from platform.audit where module = 'audit' and action = 'audit.erase'`.execute(system);
  return z.array(z.object({ erasures: z.number() })).parse(rows)[0]?.erasures ?? 0;
}

/**
 * Takes away what a module's entries from before an instant say; an entry says that it was done.
 * @returns how many entries were erased
 */
export async function eraseEntries(system: Records, module: string, until: string, actor: string): Promise<number> {
  const { rows } = await sql`
    select platform.erase_audit(${module}, ${until}::timestamptz, ${actor}) as erased`.execute(system);
  return z.array(z.object({ erased: z.number() })).parse(rows)[0]?.erased ?? 0;
}

/** How many entries of a module from before an instant are not erased yet. */
export async function countEntriesBefore(system: Records, module: string, until: string): Promise<number> {
  const { rows } = await sql`
    select count(*) as entries from platform.audit where module = ${module} and at < ${until}::timestamptz
      and erased_at is null and action <> 'audit.erase'`.execute(system);
  return z.array(z.object({ entries: z.number() })).parse(rows)[0]?.entries ?? 0;
}
