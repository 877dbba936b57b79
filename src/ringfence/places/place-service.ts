import { within } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { PlaceFinder, WardPlace } from '../model.ts';
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

/** The places of many wards, made where they are missing, with one question of the records for each unit. @throws as placeOf */
export const placeFinder = within('ringfence.place-finder', async (trx: Records): Promise<PlaceFinder> => {
  const known = new Map<string, Map<string, number>>();
  const keyOf = (ward: Omit<WardPlace, 'id'>) => `${ward.boundaryVersion}/${ward.wardCode}`;
  return async (ward) => {
    const ofUnit =
      known.get(ward.unit) ?? new Map((await readPlacesOfUnit(trx, ward.unit)).map((each) => [keyOf(each), each.id]));
    known.set(ward.unit, ofUnit);
    const id = ofUnit.get(keyOf(ward)) ?? (await placeOf(trx, ward)).id;
    ofUnit.set(keyOf(ward), id);
    return id;
  };
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
