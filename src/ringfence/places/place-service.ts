import { within } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { WardPlace } from '../model.ts';
import { insertPlace, readPlace, readPlaces, readPlacesOfUnit } from './place-store.ts';

/**
 * The place of a ward of a unit, made when it is missing.
 * @throws StatementError when it is missing and whoever acts writes no duties
 */
export const placeOf = within('ringfence.place-of', async (trx, ward: Omit<WardPlace, 'id'>): Promise<WardPlace> => {
  const found = await readPlace(trx, ward);
  if (found !== null) return found;
  await insertPlace(trx, ward);
  const made = await readPlace(trx, ward);
  if (made === null) throw new Error(`The place of ward ${ward.wardCode} could not be made.`);
  return made;
});

/** Every ward of a unit that anything is recorded of, by number. */
export const placesOfUnit = within(
  'ringfence.places-of-unit',
  (trx: Records, unit: string): Promise<WardPlace[]> => readPlacesOfUnit(trx, unit),
);

/** Places by their numbers, in order. */
export const placesNumbered = within(
  'ringfence.places-numbered',
  (trx: Records, ids: readonly number[]): Promise<WardPlace[]> => readPlaces(trx, ids),
);
