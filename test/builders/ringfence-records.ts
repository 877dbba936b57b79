import { sql } from 'kysely';
import { ensureReferenceAreas } from '../../src/geography/service.ts';
import { ensureReferenceUnit } from '../../src/organisation/service.ts';
import type { Grant, Principal, Role } from '../../src/platform/access/index.ts';
import type { Database, Records } from '../../src/platform/database/index.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { CAMDEN, ISLINGTON, UNIT } from './each-principal.ts';
import { testPlatform } from './test-platform.ts';

/** Two wards of Camden that touch, and one of Islington, of the ward set of 2022. */
export const BLOOMSBURY = 'E05013653';
export const HOLBORN = 'E05013662';
export const BUNHILL = 'E05013699';
export const WARD_SET = 'wards-2022';

interface SeatOfTest {
  /** Of the post; the number of who sits there. */
  reference: string;
  name: string;
  rank?: string;
  borough: string;
  wards: readonly string[];
  wardClass?: 'floor' | 'extra';
}

/** Everybody of the book, each alone in a post, from 5 May 2022 for good. */
const SEATS: readonly SeatOfTest[] = [
  { reference: 'BLO-1', name: 'Ana Cole', borough: CAMDEN, wards: [BLOOMSBURY], wardClass: 'floor' },
  { reference: 'BLO-2', name: 'Ben Okafor', borough: CAMDEN, wards: [BLOOMSBURY], wardClass: 'floor' },
  { reference: 'BLO-X', name: 'Xan Reid', borough: CAMDEN, wards: [BLOOMSBURY], wardClass: 'extra' },
  { reference: 'BLO-P', name: 'Pia Novak', rank: 'PCSO', borough: CAMDEN, wards: [BLOOMSBURY], wardClass: 'floor' },
  { reference: 'HOL-1', name: 'Hal Price', borough: CAMDEN, wards: [HOLBORN], wardClass: 'floor' },
  { reference: 'HOL-2', name: 'Hui Chan', borough: CAMDEN, wards: [HOLBORN], wardClass: 'floor' },
  { reference: 'HOL-P', name: 'Pat Lowe', rank: 'PCSO', borough: CAMDEN, wards: [HOLBORN], wardClass: 'floor' },
  { reference: 'BUN-1', name: 'Cai Evans', borough: ISLINGTON, wards: [BUNHILL], wardClass: 'floor' },
  { reference: 'BUN-2', name: 'Dee Marsh', borough: ISLINGTON, wards: [BUNHILL], wardClass: 'floor' },
  { reference: 'BUN-P', name: 'Pim Grant', rank: 'PCSO', borough: ISLINGTON, wards: [BUNHILL], wardClass: 'floor' },
  { reference: 'SGT-C', name: 'Sam Gale', rank: 'Sergeant', borough: CAMDEN, wards: [BLOOMSBURY, HOLBORN] },
  { reference: 'SGT-I', name: 'Sol Tate', rank: 'Sergeant', borough: ISLINGTON, wards: [BUNHILL] },
  { reference: 'INSP-C', name: 'Ida Nunn', rank: 'Inspector', borough: CAMDEN, wards: [] },
  { reference: 'INSP-I', name: 'Ivo Lane', rank: 'Inspector', borough: ISLINGTON, wards: [] },
];

interface PersonOfTest {
  role: Role;
  borough: string | null;
  wards: readonly string[];
  /** Who they are in the post book; null: nobody there, or not linked. */
  officer: string | null;
}

/** People with roles, each linked with the officer they are. */
const PEOPLE = {
  officer: { role: 'officer', borough: CAMDEN, wards: [BLOOMSBURY], officer: 'BLO-1' },
  colleague: { role: 'officer', borough: CAMDEN, wards: [BLOOMSBURY], officer: 'BLO-2' },
  pcso: { role: 'officer', borough: CAMDEN, wards: [BLOOMSBURY], officer: 'BLO-P' },
  neighbour: { role: 'officer', borough: CAMDEN, wards: [HOLBORN], officer: 'HOL-1' },
  elsewhere: { role: 'officer', borough: ISLINGTON, wards: [BUNHILL], officer: 'BUN-1' },
  /** Has the role, and nobody has said yet which officer they are: BUN-2. */
  unlinked: { role: 'officer', borough: ISLINGTON, wards: [BUNHILL], officer: null },
  /** Leads Bloomsbury and Holborn and Covent Garden. */
  sergeant: { role: 'sergeant', borough: CAMDEN, wards: [BLOOMSBURY, HOLBORN], officer: 'SGT-C' },
  /** Leads Bunhill. */
  otherSergeant: { role: 'sergeant', borough: ISLINGTON, wards: [BUNHILL], officer: 'SGT-I' },
  inspector: { role: 'inspector', borough: CAMDEN, wards: [], officer: 'INSP-C' },
  otherInspector: { role: 'inspector', borough: ISLINGTON, wards: [], officer: 'INSP-I' },
  command: { role: 'command', borough: null, wards: [], officer: null },
  secondCommand: { role: 'command', borough: null, wards: [], officer: null },
  analyst: { role: 'analyst', borough: null, wards: [], officer: null },
  auditor: { role: 'auditor', borough: null, wards: [], officer: null },
} as const satisfies Record<string, PersonOfTest>;

export type RingfencePerson = keyof typeof PEOPLE;

const idOf = (who: RingfencePerson): string =>
  `person:${(Object.keys(PEOPLE).indexOf(who) + 1).toString(16).padStart(16, '0')}`;

/** Address of a person of the test, as linking asks for it. */
export const emailOf = (who: RingfencePerson): string => `${who.toLowerCase()}@example.gov.uk`;

/** A person of the test, signed in: for pages, `pages.as(ringfencePrincipal('sergeant'))`. */
export function ringfencePrincipal(who: RingfencePerson): Extract<Principal, { kind: 'person' }> {
  const { role, borough, wards }: PersonOfTest = PEOPLE[who];
  const grant = (ward: string | null): Grant => ({ role, scope: { unit: UNIT, borough, ward }, organisation: null });
  return {
    kind: 'person',
    person: idOf(who),
    grants: wards.length === 0 ? [grant(null)] : wards.map(grant),
    demonstration: false,
    steppedUp: true,
  };
}

/** What is laid out, by number. */
export interface RingfenceRecords {
  /** By reference of the post, which is the officer's number too: "BLO-1". */
  officers: Record<string, number>;
  posts: Record<string, number>;
  /** The platform of a person of the test. */
  as(who: RingfencePerson | 'visitor', now?: Date): Platform;
  /**
   * What comes of SQL that a person of the test writes as the application, in a transaction of its own: "2 rows", as many
   * as were read or else written, or why it was refused.
   */
  tried(who: RingfencePerson | 'visitor', query: ReturnType<typeof sql>): Promise<string>;
  /** Wardroom's own, past row security. */
  system: Platform;
}

/**
 * Central North with a small post book: Bloomsbury and Holborn and Covent Garden in Camden, Bunhill in Islington, and
 * people with roles who are linked with their officers. Takes about 0.1 s.
 * @param database the records' handles, empty
 * @param given.now what the clock shows where `as` is not told
 */
export async function ringfenceRecords(
  database: Database,
  { now = new Date('2026-03-10T12:00:00Z') } = {},
): Promise<RingfenceRecords> {
  const system: Platform = { ...testPlatform(database, { now }), records: database.system };
  await ensureReferenceAreas(system);
  await ensureReferenceUnit(system);
  await database.system.transaction().execute(async (trx) => {
    for (const seat of SEATS) await layOut(trx, seat);
    for (const who of Object.keys(PEOPLE) as RingfencePerson[]) await letIn(trx, who);
  });
  const as: RingfenceRecords['as'] = (who, at = now) =>
    testPlatform(database, {
      now: at,
      principal: who === 'visitor' ? { kind: 'visitor' } : ringfencePrincipal(who),
    });
  return {
    officers: await numbersOf(database.system, sql`select reference as name, id from organisation.officer`),
    posts: await numbersOf(database.system, sql`select reference as name, id from organisation.post`),
    as,
    tried: (who, query) =>
      as(who)
        .records.transaction()
        .execute((trx) => query.execute(trx))
        .then(
          ({ numAffectedRows, rows }) => `${rows.length > 0 ? rows.length : Number(numAffectedRows ?? 0)} rows`,
          (error: Error) => error.message,
        ),
    system,
  };
}

async function layOut(
  trx: Records,
  { reference, name, rank = 'Constable', borough, wards, wardClass }: SeatOfTest,
): Promise<void> {
  const duty = wards.length > 0 ? 'ward' : 'leadership';
  await sql`with seat as (
      insert into organisation.post (reference, unit, title, rank, strand, duty, full_time_equivalents, borough_codes,
        ward_codes, boundary_version, ward_class, during, synthetic)
      values (${reference}, ${UNIT}, ${duty === 'ward' ? 'Ward post' : rank}, ${rank}, 'neighbourhoods', ${duty}, 1,
        array[${borough}]::text[], ${[...wards]}::text[], ${wards.length > 0 ? WARD_SET : null}, ${wardClass ?? null},
        '[2022-05-05,)', false) returning id
    ), share as (
      insert into organisation.post_share select id, ${borough}, 1, '[2022-05-05,)' from seat
    ), member as (
      insert into organisation.officer (reference, unit, name) values (${reference}, ${UNIT}, ${name}) returning id
    ), held as (
      insert into organisation.officer_rank select id, ${rank}, '[2020-01-01,)' from member
    )
    insert into organisation.posting (officer, post, fraction, during, kind)
    select member.id, seat.id, 1, '[2022-05-05,)', 'posting' from member, seat`.execute(trx);
}

async function letIn(trx: Records, who: RingfencePerson): Promise<void> {
  const { officer }: PersonOfTest = PEOPLE[who];
  await sql`insert into identity.person (id, name, email, state, created_at)
    values (${idOf(who)}, ${`Person ${who}`}, ${emailOf(who)}, 'active', '2026-01-01T00:00Z')`.execute(trx);
  if (officer === null) return;
  await sql`insert into ringfence.account select id, ${idOf(who)}, 'test', '2026-01-01T00:00Z' from organisation.officer
    where reference = ${officer}`.execute(trx);
}

async function numbersOf(records: Records, query: ReturnType<typeof sql>): Promise<Record<string, number>> {
  const { rows } = await records.transaction().execute((trx) => query.execute(trx));
  return Object.fromEntries((rows as { name: string; id: unknown }[]).map(({ name, id }) => [name, Number(id)]));
}
