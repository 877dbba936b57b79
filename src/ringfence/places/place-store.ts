import { sql } from 'kysely';
import { z } from 'zod';
import type { Records } from '../../platform/database/index.ts';
import type { WardPlace } from '../model.ts';

const placeRow = z.object({
  id: z.number(),
  unit: z.string(),
  boroughCode: z.string(),
  wardCode: z.string(),
  boundaryVersion: z.string(),
});
const COLUMNS = sql`id, unit, borough_code as "boroughCode", ward_code as "wardCode", boundary_version as "boundaryVersion"`;

/** Adds a place where it is missing; who writes no duties adds none. */
export async function insertPlace(trx: Records, place: Omit<WardPlace, 'id'>): Promise<void> {
  await sql`insert into ringfence.place (unit, borough_code, ward_code, boundary_version)
    values (${place.unit}, ${place.boroughCode}, ${place.wardCode}, ${place.boundaryVersion})
    on conflict (unit, ward_code, boundary_version) do nothing`.execute(trx);
}

/** The place of a ward; null where none was made yet. */
export async function readPlace(
  trx: Records,
  { unit, wardCode, boundaryVersion }: Pick<WardPlace, 'unit' | 'wardCode' | 'boundaryVersion'>,
): Promise<WardPlace | null> {
  const { rows } = await sql`select ${COLUMNS} from ringfence.place
    where unit = ${unit} and ward_code = ${wardCode} and boundary_version = ${boundaryVersion}`.execute(trx);
  return rows[0] === undefined ? null : placeRow.parse(rows[0]);
}

/** Every place of a unit that was made, by number. */
export async function readPlacesOfUnit(trx: Records, unit: string): Promise<WardPlace[]> {
  const { rows } = await sql`select ${COLUMNS} from ringfence.place where unit = ${unit} order by id`.execute(trx);
  return z.array(placeRow).parse(rows);
}

/** Places by number, in order; numbers of none are left out. */
export async function readPlaces(trx: Records, ids: readonly number[]): Promise<WardPlace[]> {
  const { rows } = await sql`select ${COLUMNS} from ringfence.place where id = any (${[...ids]}::integer[])
    order by id`.execute(trx);
  return z.array(placeRow).parse(rows);
}
