import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../database/index.ts';
import { canonicalJson } from './canonical-json.ts';
import type { ChainedEntry, ChainHead, Json } from './model.ts';

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
  /** Text: whoever owns the table can write a time that no number holds. */
  at: string;
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
        select seq, case when isfinite(at) then trunc(extract(epoch from at) * 1000000)::text else at::text end as at,
          module, actor, role, action, subject, whom, reason, detail, encode(salt, 'hex') as salt, encode(content_hash, 'hex') as "contentHash",
          encode(prev_hash, 'hex') as "prevHash", encode(hash, 'hex') as hash
        from platform.audit where seq > ${after} order by seq limit ${most}`.execute(trx);
      return { entries: rows.map(entryOf), latest: await readChainHead(trx) };
    });
}

function entryOf(row: EntryRow): ChainedEntry {
  const { seq, module, contentHash, prevHash, hash, actor, role, action, subject, whom, reason, detail, salt } = row;
  const content = actor === null || salt === null ? null : { actor, role, action, subject, whom, reason, detail, salt };
  return { seq, at: Number(row.at), module, content, contentHash, prevHash, hash };
}

/** How many erasures there were: entries read before one and after it do not fit together. */
export async function countErasures(system: Records): Promise<number> {
  const { rows } = await sql`
    select count(*) as erasures from platform.audit where module = 'audit' and action = 'audit.erase'`.execute(system);
  return z.array(z.object({ erasures: z.number() })).parse(rows)[0]?.erasures ?? 0;
}

/**
 * Takes away what a module's entries say that are older than a rule's months, by the clock of the records; an entry says
 * that it was done, and by which rule.
 * @returns how many entries were erased
 */
export async function eraseEntries(
  system: Records,
  rule: { module: string; months: number; source: string },
  actor: string,
): Promise<number> {
  const { module, months, source } = rule;
  const { rows } = await sql`
    select platform.erase_audit(${module}, ${months}::int, ${source}, ${actor}) as erased`.execute(system);
  return z.array(z.object({ erased: z.number() })).parse(rows)[0]?.erased ?? 0;
}

/** How many entries of a module from before an instant are not erased yet. */
export async function countEntriesBefore(system: Records, module: string, until: string): Promise<number> {
  const { rows } = await sql`
    select count(*) as entries from platform.audit where module = ${module} and at < ${until}::timestamptz
      and erased_at is null and not platform.audit_accounts(action)`.execute(system);
  return z.array(z.object({ entries: z.number() })).parse(rows)[0]?.entries ?? 0;
}

/** What every entry says that adopted rules of how long the audit is kept, the first first. */
export async function readAdoptions(system: Records): Promise<string[]> {
  const { rows } = await sql`
    select detail from platform.audit where module = 'audit' and action = 'audit.adopt-rules' order by seq`.execute(
    system,
  );
  return z
    .array(z.object({ detail: z.string() }))
    .parse(rows)
    .map(({ detail }) => detail);
}

/** Writes an entry that accounts for what is missing or decides what may be, which only Wardroom itself may. */
export async function writeAccount(
  system: Records,
  entry: {
    actor: string;
    action: 'audit.adopt-rules' | 'audit.restored';
    subject: string;
    reason: string | null;
    detail: Json;
  },
): Promise<void> {
  const { actor, action, subject, reason, detail } = entry;
  await sql`select platform.link_audit(null, 'audit', ${actor}, null, ${action}, ${subject}, null, ${reason},
    ${canonicalJson(detail)})`.execute(system);
}
