import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../database/index.ts';
import { type Counted, delaySeconds, failuresLeft } from './throttle.ts';

/** Whose failures: what they are counted for, and its keyed hash. */
export interface AttemptKey {
  counted: Counted;
  key: Uint8Array;
}

const attemptRow = z.object({ failures: z.number(), lastFailedAt: z.date(), blockedUntil: z.date() });
type Held = z.infer<typeof attemptRow> | undefined;

/** Whether who tries must wait, looked up without a lock: for counters of many people, and before work is begun. */
export async function isBlocked(trx: Records, { key }: AttemptKey, now: Date): Promise<boolean> {
  const found = await sql`select 1 from identity.attempt where key = ${key} and blocked_until > ${now}`.execute(trx);
  return found.rows.length > 0;
}

/**
 * Lets somebody try, and counts the try as a failure at once; it is forgotten where it fits. Counted under the row's lock,
 * so that a hundred tries at once are a hundred.
 * @returns failures so far, this one included; null when who tries must wait
 */
export async function beginTry(trx: Records, attempt: AttemptKey, now: Date): Promise<number | null> {
  const held = await lockAttempt(trx, attempt, now);
  if (held !== undefined && held.blockedUntil > now) return null;
  return count(trx, attempt, held, now);
}

/** Counts a failure and sets the delay that it earns. @returns failures so far */
export async function countFailure(trx: Records, attempt: AttemptKey, now: Date): Promise<number> {
  return count(trx, attempt, await lockAttempt(trx, attempt, now), now);
}

/** Forgets failures, after a success. */
export async function forgetFailures(trx: Records, { key }: AttemptKey): Promise<void> {
  await sql`delete from identity.attempt where key = ${key}`.execute(trx);
}

/** Forgets one failure, after a success of one person of many. */
export async function forgetOneFailure(trx: Records, { key }: AttemptKey): Promise<void> {
  await sql`update identity.attempt set failures = greatest(failures - 1, 0) where key = ${key}`.execute(trx);
}

async function lockAttempt(trx: Records, { key }: AttemptKey, now: Date): Promise<Held> {
  await sql`insert into identity.attempt (key, failures, last_failed_at, blocked_until)
    values (${key}, 0, ${now}, ${now}) on conflict do nothing`.execute(trx);
  const found = await sql`select failures, last_failed_at as "lastFailedAt", blocked_until as "blockedUntil"
    from identity.attempt where key = ${key} for update`.execute(trx);
  return z.array(attemptRow).parse(found.rows)[0];
}

async function count(trx: Records, { counted, key }: AttemptKey, held: Held, now: Date): Promise<number> {
  const hoursSince = held === undefined ? 0 : (now.getTime() - held.lastFailedAt.getTime()) / 3_600_000;
  const failures = failuresLeft(counted, held?.failures ?? 0, hoursSince) + 1;
  const blockedUntil = new Date(now.getTime() + delaySeconds(counted, failures) * 1000);
  await sql`update identity.attempt set failures = ${failures}, last_failed_at = ${now}, blocked_until = ${blockedUntil}
    where key = ${key}`.execute(trx);
  return failures;
}
