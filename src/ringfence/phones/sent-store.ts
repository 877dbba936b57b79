import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../../platform/database/index.ts';
import type { SentOutcome } from './model.ts';

/** A record that a phone sent, and what became of it. */
export interface KeptRecord {
  id: string;
  officer: number;
  device: string;
  saidAt: Date;
  /** How far the phone's clock was ahead of ours. */
  clockAheadSeconds: number;
  body: unknown;
  outcome: SentOutcome;
  said: string;
  /** The absence that it began, ended, or says again; null where there is none. */
  absence: string | null;
  receivedAt: Date;
  /** When somebody settled it; null while it waits or is held. */
  settledAt: Date | null;
}

const keptRow = z.object({
  id: z.string(),
  officer: z.coerce.number(),
  device: z.string(),
  saidAt: z.date(),
  clockAheadSeconds: z.number(),
  body: z.unknown(),
  outcome: z.enum(['taken', 'again', 'waiting', 'held']),
  said: z.string(),
  absence: z.string().nullable(),
  receivedAt: z.date(),
  settledAt: z.date().nullable(),
});
const KEPT = sql`select id, officer, device, said_at as "saidAt", clock_ahead_seconds as "clockAheadSeconds", body, outcome,
    said, absence, received_at as "receivedAt", settled_at as "settledAt" from ringfence.sent_record`;

/** Has other requests of an officer's phones wait until the transaction ends, so that each record is taken once. */
export async function lockSentOf(trx: Records, officer: number): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('ringfence.sent:' || ${officer}::bigint, 0))`.execute(trx);
}

/** Those of some records that were sent before, as far as whoever acts may see them. */
export async function readSent(trx: Records, ids: readonly string[]): Promise<KeptRecord[]> {
  const { rows } = await sql`${KEPT} where id = any (${[...ids]}::uuid[])`.execute(trx);
  return z.array(keptRow).parse(rows);
}

/**
 * An officer's records that nobody has settled and that may yet settle themselves, by the phone's own clock: those that wait
 * for one before them, and those that are held because of what stood of an absence when they came.
 */
export async function readUnsettledOf(trx: Records, officer: number): Promise<KeptRecord[]> {
  const { rows } = await sql`${KEPT} where officer = ${officer} and settled_at is null
    and (outcome = 'waiting' or (outcome = 'held' and absence is not null)) order by said_at, id`.execute(trx);
  return z.array(keptRow).parse(rows);
}

/** What became of the record that began an absence, by the identity that its phone gave the absence. */
export async function readAwaySent(trx: Records, officer: number, absence: string): Promise<KeptRecord | null> {
  const { rows } = await sql`${KEPT} where officer = ${officer} and body ->> 'kind' = 'away'
    and body ->> 'absence' = ${absence} order by received_at, id limit 1`.execute(trx);
  return z.array(keptRow).parse(rows)[0] ?? null;
}

/** Which phone recorded each of some absences; one recorded on a page has none. */
export async function readPhonesOf(trx: Records, absences: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql`select absence, device from ringfence.sent_record
    where absence = any (${[...absences]}::uuid[]) and outcome = 'taken' and body ->> 'kind' = 'away'`.execute(trx);
  const read = z.array(z.object({ absence: z.string(), device: z.string() })).parse(rows);
  return new Map(read.map(({ absence, device }) => [absence, device]));
}

/** Keeps a record as it came, with what became of it. @returns false where another officer's has its identity */
export async function insertSent(trx: Records, kept: KeptRecord): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into ringfence.sent_record (id, officer, device, said_at, clock_ahead_seconds,
      body, outcome, said, absence, received_at, settled_at)
    values (${kept.id}, ${kept.officer}, ${kept.device}, ${kept.saidAt}::timestamptz, ${kept.clockAheadSeconds}, ${kept.body},
      ${kept.outcome}, ${kept.said}, ${kept.absence}::uuid, ${kept.receivedAt}::timestamptz, ${kept.settledAt}::timestamptz)
    on conflict (id) do nothing`.execute(trx);
  return numAffectedRows === 1n;
}

/** Writes what became of a record that waited or was held. */
export async function updateSent(
  trx: Records,
  { id, outcome, said, absence, settledAt }: Pick<KeptRecord, 'id' | 'outcome' | 'said' | 'absence' | 'settledAt'>,
): Promise<void> {
  await sql`update ringfence.sent_record set outcome = ${outcome}, said = ${said}, absence = ${absence}::uuid,
    settled_at = ${settledAt}::timestamptz where id = ${id}`.execute(trx);
}

/** What officers of some wards sent that somebody must look at, or that waits, the oldest first; of all one may see. */
export async function readUnsettled(trx: Records): Promise<KeptRecord[]> {
  const { rows } = await sql`${KEPT} where outcome in ('held', 'waiting') and settled_at is null
    order by received_at, id`.execute(trx);
  return z.array(keptRow).parse(rows);
}
