import type { Seat, Touched } from './model.ts';

/**
 * Every place that a post touches: each of its boroughs with each of its wards, or the unit where it is of none. Whoever
 * may write at any of them may write the post, as the records say it too (organisation.keys_of).
 */
export function touchedPlaces({ unit, boroughs, wards }: Pick<Seat, 'unit' | 'boroughs' | 'wards'>): Touched[] {
  const inBoroughs: Touched[] = boroughs.length === 0 ? [{ unit }] : boroughs.map((borough) => ({ unit, borough }));
  return wards.length === 0 ? inBoroughs : inBoroughs.flatMap((place) => wards.map((ward) => ({ ...place, ward })));
}
