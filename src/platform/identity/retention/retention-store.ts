import { type RawBuilder, sql } from 'kysely';
import type { Records } from '../../database/index.ts';

/**
 * Deletes sessions that ended or expired before an instant. Of whoever may still sign in the latest one stays, since it
 * says when they were last seen: a review of access must not take somebody who left long ago for somebody who never came.
 * @returns how many
 */
export function deleteOldSessions(trx: Records, before: Date): Promise<number> {
  return countOf(
    trx,
    sql`delete from identity.session where least(coalesce(ended_at, expires_at), expires_at) < ${before}
      and not exists (
        select from identity.person where person.id = session.person and person.state <> 'disabled'
          and session.id = (
            select latest.id from identity.session as latest
            where latest.person = session.person and latest.stage = 'full'
            order by latest.last_seen_at desc, latest.id limit 1))`,
  );
}

/** Deletes one-time links that were used, were replaced or expired before an instant. @returns how many */
export function deleteOldLinks(trx: Records, before: Date): Promise<number> {
  return countOf(trx, sql`delete from identity.one_time_link where least(used_at, ended_at, expires_at) < ${before}`);
}

/** Deletes counters of failures of which none came since an instant. @returns how many */
export function deleteOldCounters(trx: Records, before: Date): Promise<number> {
  return countOf(trx, sql`delete from identity.attempt where last_failed_at < ${before} and blocked_until < ${before}`);
}

async function countOf(trx: Records, statement: RawBuilder<unknown>): Promise<number> {
  return Number((await statement.execute(trx)).numAffectedRows ?? 0n);
}
