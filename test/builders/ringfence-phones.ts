import { sql } from 'kysely';
import type { Random } from '../../src/lib/statistics/random.ts';
import type { Principal } from '../../src/platform/access/index.ts';
import type { Database, Records } from '../../src/platform/database/index.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { takeSent } from '../../src/ringfence/phones/intake-service.ts';
import type { SentRecord } from '../../src/ringfence/phones/model.ts';
import { CAMDEN, UNIT } from './each-principal.ts';
import { BLOOMSBURY, WARD_SET } from './ringfence-records.ts';
import { testPlatform } from './test-platform.ts';

/** The day that the phones live through, a duty from 14:00 to 22:00. */
export const DAY = '2026-03-10';
const START = Date.parse(`${DAY}T14:00:00Z`);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const REASONS = ['aid-force', 'custody', 'response', 'staffing-up'] as const;

/** What really happened. */
export interface TimeAway {
  from: Date;
  /** null: they were away until the duty ended, and never said that they were back. */
  to: Date | null;
  reason: (typeof REASONS)[number];
}

/** An officer with a duty, who is away a few times, and their phones. */
export interface PhoneOfficer {
  person: string;
  officer: number;
  duty: number;
  away: TimeAway[];
  phones: Phone[];
}

interface Phone {
  id: string;
  /** Milliseconds that its clock is ahead. */
  ahead: number;
  /** Everything that was ever recorded on it, with when that really was; sent or not. */
  recorded: { record: SentRecord; at: number }[];
  /** Ids of what it has had an answer for. */
  answered: Set<string>;
}

/** What the phones of a day came to. */
export interface PhonesRun {
  requests: number;
  /** Records that were sent more than once. */
  replays: number;
  /** Answers that the phone never heard. */
  lost: number;
}

/** Officers of one ward, each with a person, a duty of the day and its ledger: past the services, for there are many. */
export async function layOutOfficers(records: Records, count: number, random: Random): Promise<PhoneOfficer[]> {
  return records.transaction().execute(async (trx) => {
    await sql`insert into ringfence.place (unit, borough_code, ward_code, boundary_version)
      values (${UNIT}, ${CAMDEN}, ${BLOOMSBURY}, ${WARD_SET}) on conflict do nothing`.execute(trx);
    const { rows } = await sql<{ person: string; officer: number; duty: number }>`
      with member as (
        insert into organisation.officer (reference, unit, name)
        select 'PHONE-' || n, ${UNIT}, 'Officer ' || n from generate_series(1, ${count}) as n returning id, reference
      ), who as (
        insert into identity.person (id, name, email, state, created_at)
        select 'person:' || lpad(to_hex(id + 4096), 16, '0'), 'Person ' || reference, lower(reference) || '@example.gov.uk',
          'active', '2026-01-01T00:00Z' from member returning id, email
      ), linked as (
        insert into ringfence.account select member.id, who.id, 'test', '2026-01-01T00:00Z' from member
        join who on who.email = lower(reference) || '@example.gov.uk' returning officer, person
      ), duty as (
        insert into ringfence.duty (officer, place, post_class, kind, day, during, planned, synthetic)
        select member.id, place.id, 'floor', 'ward', ${DAY}, span, span, false from member, ringfence.place,
          (select tstzrange(${`${DAY}T14:00Z`}::timestamptz, ${`${DAY}T22:00Z`}::timestamptz) as span) as spans
        where place.ward_code = ${BLOOMSBURY} returning id, officer, place
      ), line as (
        insert into ringfence.ledger_line (officer, place, month, day, post_class, duty, account, minutes, synthetic,
          entered_by, entered_at)
        select officer, place, date_trunc('month', ${DAY}::date), ${DAY}::date, 'floor', id, 'presumed', 480, false, 'test',
          '2026-03-01T00:00Z' from duty
      )
      select person, linked.officer::float8 as officer, duty.id::float8 as duty
      from linked join duty on duty.officer = linked.officer order by 2`.execute(trx);
    return rows.map((row) => {
      const away = drawAway(random);
      const own = phoneOf({ ...row, away }, random, 0);
      const second = random() < 0.2 ? [phoneOf({ ...row, away }, random, 1)] : [];
      return { ...row, away, phones: [own, ...second] };
    });
  });
}

/** One to three times away, apart by a quarter of an hour or more; one in six officers never says that they are back. */
function drawAway(random: Random): TimeAway[] {
  const times = 1 + Math.floor(random() * 3);
  const away: TimeAway[] = [];
  for (let each = 0; each < times; each += 1) {
    const from = START + (each * 150 + random() * 60) * MINUTE;
    const open = each === times - 1 && random() < 1 / 6;
    const to = open ? null : new Date(from + (1 + random() * 70) * MINUTE);
    away.push({ from: new Date(from), to, reason: REASONS[Math.floor(random() * REASONS.length)] ?? 'custody' });
  }
  return away;
}

/** A phone with everything that is pressed on it during the day; a second one is pressed within a minute of the first. */
function phoneOf({ duty, away }: { duty: number; away: TimeAway[] }, random: Random, jitter: 0 | 1): Phone {
  const kinds = [0, 0, 40 * 1000, 25 * MINUTE, -7 * HOUR, 3 * 24 * HOUR];
  const ahead = kinds[Math.floor(random() * kinds.length)] ?? 0;
  const recorded = away.flatMap(({ from, to, reason }) => {
    const absence = uuidOf(random);
    const pressed = (at: Date) => at.getTime() + jitter * Math.round((random() - 0.5) * 2 * MINUTE);
    const begun = pressed(from);
    const record = (kind: SentRecord['kind'], at: number) => ({
      at,
      record: { id: uuidOf(random), kind, absence, duty, at: new Date(at + ahead).toISOString() },
    });
    const left = record('away', begun);
    const back = to === null ? [] : [record('back', Math.max(begun + 1000, pressed(to)))];
    return [{ ...left, record: { ...left.record, reason } }, ...back];
  });
  return { id: uuidOf(random), ahead, recorded, answered: new Set() };
}

function uuidOf(random: Random): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

export const platformOf = (database: Database, person: string, now: Date): Platform =>
  testPlatform(database, { now, principal: officerPrincipal(person) });

const officerPrincipal = (person: string): Principal => ({
  ...{ kind: 'person', person, demonstration: false, steppedUp: true },
  grants: [{ role: 'officer', scope: { unit: UNIT, borough: CAMDEN, ward: BLOOMSBURY }, organisation: null }],
});

/**
 * Lives through the day with every phone: now and then it has signal and sends some of what it holds, in any order; one
 * request in eight never arrives, the answer of one in five is never heard, and what was answered is sent again at times.
 * At the end each sends until nothing is left.
 * @param atOnce how many officers are lived through at once; their two phones always are
 */
export async function liveThrough(
  database: Database,
  officers: readonly PhoneOfficer[],
  { random, atOnce = 1 }: { random: Random; atOnce?: number },
): Promise<PhonesRun> {
  const run: PhonesRun = { requests: 0, replays: 0, lost: 0 };
  const queue = [...officers];
  const worker = async () => {
    for (let officer = queue.shift(); officer !== undefined; officer = queue.shift())
      await liveOne(database, officer, random, run);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return run;
}

async function liveOne(database: Database, officer: PhoneOfficer, random: Random, run: PhonesRun): Promise<void> {
  for (let contact = 0; contact < 3; contact += 1) {
    const now = START + Math.floor(((contact + random()) / 3) * 9 * HOUR);
    const sending = officer.phones.map((phone) => sendSome(database, officer, phone, { now, random, run }));
    await Promise.all(sending);
  }
  const end = START + 20 * HOUR;
  for (const phone of officer.phones)
    for (let go = 0; left(phone, end).length > 0; go += 1) {
      if (go > 40) throw new Error(`A phone was never answered for ${left(phone, end).length} records.`);
      await sendSome(database, officer, phone, { now: end + go * MINUTE, random, run });
    }
}

const left = (phone: Phone, now: number) =>
  phone.recorded.filter(({ at, record }) => at <= now && !phone.answered.has(record.id));

async function sendSome(
  database: Database,
  { person }: PhoneOfficer,
  phone: Phone,
  { now, random, run }: { now: number; random: Random; run: PhonesRun },
): Promise<void> {
  const held = left(phone, now);
  const again = phone.recorded.filter(({ record }) => phone.answered.has(record.id) && random() < 0.1);
  const records = [...held.filter(() => random() < 0.7), ...again]
    .map(({ record }) => ({ record, place: random() }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ record }) => record);
  const [arrives, heard] = [random() >= 1 / 8, random() >= 1 / 5];
  if (!arrives || records.length === 0) return;
  const sentAt = new Date(now + phone.ahead);
  const sent = { device: phone.id, sentAt, waiting: held.length, records };
  const answers = await takeSent(platformOf(database, person, new Date(now)), sent);
  run.requests += 1;
  run.replays += again.length;
  if (!heard) run.lost += 1;
  else for (const { id } of answers) phone.answered.add(id);
}
