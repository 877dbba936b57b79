import { sql } from 'kysely';
import { z } from 'zod';
import { wardKindOf } from '../../organisation/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { TeamOfficer } from './model.ts';

/** Places, by number: those whose ward whoever acts leads as its sergeant, and those that their roles reach. */
export interface PlacesInReach {
  led: readonly number[];
  read: readonly number[];
  written: readonly number[];
}

const reachRow = z.object({
  led: z.record(z.string(), z.string()),
  read: z.array(z.number()),
  written: z.array(z.number()),
});

/** Which wards whoever acts may look at, and of which they may write. */
export async function readPlacesInReach(trx: Records): Promise<PlacesInReach> {
  const { rows } = await sql`select ringfence.led('write') as led, to_jsonb(ringfence.places_for('read')) as read,
    to_jsonb(ringfence.places_for('write')) as written`.execute(trx);
  const { led, read, written } = reachRow.parse(rows[0]);
  return { led: Object.keys(led).map(Number), read, written };
}

const memberRow = z
  .object({
    officer: z.coerce.number(),
    reference: z.string(),
    name: z.string(),
    place: z.number(),
    rank: z.string(),
    wardClass: z.enum(['floor', 'extra']).nullable(),
    synthetic: z.boolean(),
  })
  .transform(({ rank, wardClass, ...member }) => {
    const kind = wardKindOf(rank);
    return kind === null
      ? null
      : { ...member, postClass: kind === 'pcso' ? ('pcso' as const) : (wardClass ?? 'floor') };
  });

/** Somebody posted to a ward, with their number. */
export interface Teammate extends TeamOfficer {
  /** Warrant or staff number. */
  reference: string;
  synthetic: boolean;
}

/** Who is posted to some wards on a day, in posts of one ward alone; sergeants are none of them. As whoever acts may see them. */
export async function readTeam(trx: Records, places: readonly number[], day: string): Promise<Teammate[]> {
  const { rows } =
    await sql`select distinct on (place.id, member.id) member.id as officer, member.reference, member.name,
      place.id as place, seat.rank, seat.ward_class as "wardClass", member.synthetic
    from ringfence.place
      join organisation.post as seat on seat.unit = place.unit and seat.duty = 'ward'
        and seat.ward_codes = array[place.ward_code] and seat.boundary_version = place.boundary_version
      join organisation.posting as held on held.post = seat.id and held.during @> ${day}::date
      join organisation.officer as member on member.id = held.officer
    where place.id = any (${[...places]}::integer[]) order by place.id, member.id, held.fraction desc`.execute(trx);
  return z
    .array(memberRow)
    .parse(rows)
    .filter((each) => each !== null);
}

const nameRow = z.object({ officer: z.coerce.number(), name: z.string() });

/** Names of officers by number; of whom whoever acts may not see there is none. */
export async function readNames(trx: Records, officers: readonly number[]): Promise<Map<number, string>> {
  const { rows } = await sql`select id as officer, name from organisation.officer
    where id = any (${[...new Set(officers)]}::bigint[])`.execute(trx);
  return new Map(
    z
      .array(nameRow)
      .parse(rows)
      .map(({ officer, name }) => [officer, name]),
  );
}

const personRow = z.object({ person: z.string(), name: z.string() });

/** Names of officers by the person whom they sign in as, for who may see whom they are linked with. */
export async function readNamesOfPeople(trx: Records, people: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql`select account.person, officer.name from ringfence.account
    join organisation.officer on officer.id = account.officer
    where account.person = any (${[...new Set(people)]}::text[])`.execute(trx);
  return new Map(
    z
      .array(personRow)
      .parse(rows)
      .map(({ person, name }) => [person, name]),
  );
}
