import { sql } from 'kysely';
import { z } from 'zod';
import { type Grant, ROLES } from '../access/model.ts';
import type { Records } from '../database/index.ts';
import type { PersonId, Session, SignInMeans, StepNeeded } from './model.ts';

export type Stage = 'full' | StepNeeded;

/** A session as it begins. */
export interface NewSession {
  id: string;
  hash: Uint8Array;
  person: PersonId;
  stage: Stage;
  means: SignInMeans;
  browser: string;
  startedAt: Date;
  expiresAt: Date;
  secondFactorAt: Date | null;
}

export async function insertSession(trx: Records, made: NewSession): Promise<void> {
  await sql`insert into identity.session (id, hash, person, stage, means, browser, started_at, last_seen_at, expires_at,
      second_factor_at)
    values (${made.id}, ${made.hash}, ${made.person}, ${made.stage}, ${made.means}, ${made.browser}, ${made.startedAt},
      ${made.startedAt}, ${made.expiresAt}, ${made.secondFactorAt})`.execute(trx);
}

/** A session that a token belongs to, with the person as they are now. */
export interface FoundSession {
  id: string;
  person: PersonId;
  name: string;
  personActive: boolean;
  demonstration: boolean;
  stage: Stage;
  means: SignInMeans;
  startedAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  secondFactorAt: Date | null;
  /** Roles held on the day asked about. */
  grants: Grant[];
}

const grantJson = z.object({
  role: z.enum(ROLES),
  scope: z.object({ unit: z.string(), borough: z.string().nullable(), ward: z.string().nullable() }),
  organisation: z.string().nullable(),
});
const stage = z.enum(['full', 'second-factor', 'enrolment']);
const means = z.enum(['password', 'openid', 'demonstration']);
const foundRow = z.object({
  id: z.string(),
  person: z.string(),
  name: z.string(),
  personActive: z.boolean(),
  demonstration: z.boolean(),
  stage,
  means,
  startedAt: z.date(),
  lastSeenAt: z.date(),
  expiresAt: z.date(),
  secondFactorAt: z.date().nullable(),
  grants: z.array(grantJson),
});

/**
 * The session of a token's hash that nobody ended; whether it is too old is for the caller to say.
 * @param day on which roles are looked up, in London
 */
export async function readSession(trx: Records, hash: Uint8Array, day: string): Promise<FoundSession | null> {
  const found = await sql`
    select session.id, session.person, person.name, person.state <> 'disabled' as "personActive", person.demonstration,
      session.stage, session.means, session.started_at as "startedAt", session.last_seen_at as "lastSeenAt",
      session.expires_at as "expiresAt", session.second_factor_at as "secondFactorAt",
      (select coalesce(jsonb_agg(jsonb_build_object('role', role, 'organisation', role_grant.organisation,
          'scope', jsonb_build_object('unit', unit, 'borough', borough, 'ward', ward)) order by role_grant.id), '[]')
        from identity.role_grant
        where role_grant.person = session.person and approved_at is not null and role_grant.ended_at is null
          and from_date <= ${day}::date and (until_date is null or until_date >= ${day}::date)) as grants
    from identity.session join identity.person on person.id = session.person
    where session.hash = ${hash} and session.ended_at is null`.execute(trx);
  return z.array(foundRow).parse(found.rows)[0] ?? null;
}

/** Writes down that a session is in use, unless that was done since `notSince`. */
export async function touchSession(trx: Records, id: string, at: Date, notSince: Date): Promise<void> {
  await sql`update identity.session set last_seen_at = ${at}
    where id = ${id} and ended_at is null and last_seen_at <= ${notSince}`.execute(trx);
}

export async function writeSecondFactor(trx: Records, id: string, at: Date): Promise<void> {
  await sql`update identity.session set second_factor_at = ${at} where id = ${id} and ended_at is null`.execute(trx);
}

const sessionRow = z.object({
  id: z.string(),
  person: z.string(),
  startedAt: z.date(),
  lastSeenAt: z.date(),
  means,
  browser: z.string(),
});

/** A person's sessions that still hold, newest first. */
export async function readSessions(
  trx: Records,
  person: PersonId,
  { now, idleSince }: { now: Date; idleSince: Date },
): Promise<Session[]> {
  const found = await sql`select id, person, started_at as "startedAt", last_seen_at as "lastSeenAt", means, browser
    from identity.session where person = ${person} and stage = 'full' and ended_at is null
      and expires_at > ${now} and last_seen_at > ${idleSince}
    order by started_at desc, id`.execute(trx);
  return z.array(sessionRow).parse(found.rows);
}

/** When each person was last seen, of those the transaction may see; half-signed-in ones are nobody yet. */
export async function readLastSeen(trx: Records): Promise<Map<PersonId, Date>> {
  const found = await sql`select person, max(last_seen_at) as at from identity.session where stage = 'full'
    group by person`.execute(trx);
  const rows = z.array(z.object({ person: z.string(), at: z.date() })).parse(found.rows);
  return new Map(rows.map(({ person, at }) => [person, at]));
}

/** Which sessions are ended: one by its identity, one by its token's hash, or a person's, all or all but one. */
export type SessionsToEnd =
  | { id: string; person?: PersonId }
  | { hash: Uint8Array }
  | { person: PersonId; but?: string };

/** Ends sessions. @returns whose they were; empty when there were none */
export async function endSessions(
  trx: Records,
  which: SessionsToEnd,
  { at, by, reason }: { at: Date; by: string; reason: string },
): Promise<{ id: string; person: PersonId }[]> {
  const ended = await sql`update identity.session set ended_at = ${at}, ended_by = ${by}, end_reason = ${reason}
    where ended_at is null and ${condition(which)} returning id, person`.execute(trx);
  return z.array(z.object({ id: z.string(), person: z.string() })).parse(ended.rows);
}

function condition(which: SessionsToEnd) {
  if ('hash' in which) return sql`hash = ${which.hash}`;
  if ('id' in which)
    return which.person === undefined ? sql`id = ${which.id}` : sql`id = ${which.id} and person = ${which.person}`;
  return sql`person = ${which.person} and id is distinct from ${which.but ?? null}::text`;
}

/** Ends every session of the made-up people. */
export async function endDemonstrationSessions(trx: Records, at: Date, by: string): Promise<number> {
  const ended = await sql`update identity.session
    set ended_at = ${at}, ended_by = ${by}, end_reason = 'the demonstration was ended'
    from identity.person where person.id = session.person and person.demonstration and session.ended_at is null
  `.execute(trx);
  return Number(ended.numAffectedRows ?? 0n);
}
