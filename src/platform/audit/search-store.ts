import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../database/index.ts';

/** What is looked for; what is left out does not matter. */
export interface AuditQuery {
  /** Part of who acted: "cli:anna", "person:3f9c". */
  who?: string;
  /** Part of what it was done to, in either case. */
  what?: string;
  /** The action, or the domain before its dot: "sources.import", "sources". */
  action?: string;
  module?: string;
  /** Identity of the person it is about. */
  whom?: string;
  /** First and last day in London, "2026-03-10". */
  from?: string;
  to?: string;
  /** Only entries before this number: the next page. */
  before?: number;
}

const entryRow = z.object({
  seq: z.number(),
  at: z.string(),
  module: z.string(),
  actor: z.string().nullable(),
  role: z.string().nullable(),
  action: z.string().nullable(),
  subject: z.string().nullable(),
  whom: z.string().nullable(),
  reason: z.string().nullable(),
  detail: z.string().nullable(),
  erased: z.boolean(),
});

/** An entry as it is shown; of an erased one there is only its number, time and module. */
export type FoundEntry = z.infer<typeof entryRow>;

/**
 * Lets a transaction read the audit: its principal wrote why, in an entry about the audit from less than a minute ago.
 * @param entry that entry's number
 */
export async function proveReason(trx: Records, entry: number): Promise<void> {
  await sql`select platform.prove_audit_reason(${entry}::bigint)`.execute(trx);
}

/** Entries that fit a query, the latest first; none where the transaction did not prove why it reads. */
export async function findEntries(trx: Records, query: AuditQuery, most: number): Promise<FoundEntry[]> {
  const { rows } = await sql`
    select seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, module, actor, role, action,
      subject, whom, reason, detail, erased_at is not null as erased
    from platform.audit where ${sql.join(conditionsOf(query), sql` and `)} order by seq desc limit ${most}`.execute(
    trx,
  );
  return z.array(entryRow).parse(rows);
}

function conditionsOf({ who, what, action, module, whom, from, to, before }: AuditQuery): RawBuilder<unknown>[] {
  return [
    sql`true`,
    ...(who === undefined ? [] : [sql`position(${who} in actor) > 0`]),
    ...(what === undefined ? [] : [sql`position(lower(${what}) in lower(subject)) > 0`]),
    ...(action === undefined ? [] : [sql`(action = ${action} or starts_with(action, ${`${action}.`}))`]),
    ...(module === undefined ? [] : [sql`module = ${module}`]),
    ...(whom === undefined ? [] : [sql`whom = ${whom}`]),
    ...(from === undefined ? [] : [sql`at >= ${from}::date::timestamp at time zone 'Europe/London'`]),
    ...(to === undefined ? [] : [sql`at < (${to}::date + 1)::timestamp at time zone 'Europe/London'`]),
    ...(before === undefined ? [] : [sql`seq < ${before}`]),
  ];
}
