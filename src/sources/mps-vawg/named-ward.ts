import { boroughByName, findArea, referenceAreas } from '../../geography/index.ts';
import { slug } from '../../measures/index.ts';
import type { Place } from '../mps/place.ts';

type WardVersion = 'wards-2014' | 'wards-2022';

/**
 * The code of a ward in Camden or Islington named with its borough, whatever the capitals and punctuation, "&" or "and",
 * "St" or "St."; null for any other.
 */
export function wardCode(borough: string, ward: string, version: WardVersion): string | null {
  const boroughCode = boroughByName(borough)?.code;
  const wards = referenceAreas(version).filter((area) => area.boroughCode === boroughCode);
  const found = ward === '' ? null : findArea(wards, ward);
  return found?.kind === 'found' ? found.area.code : null;
}

/** The place of a ward named with its borough; one that is no ward of the set is kept apart, with its borough's name. */
export function namedWard(borough: string, ward: string, version: WardVersion): Place {
  const code = wardCode(borough, ward, version);
  return code === null
    ? { areaCode: `${slug(borough)}-${slug(ward) || 'unknown'}`, version: 'unplaced' }
    : { areaCode: code, version };
}

/** The ward set that names in a table are of: the one with more of those names that are in one set only; null when none tells. */
export function namedWardVersion(wards: readonly { borough: string; ward: string }[]): WardVersion | null {
  const names = new Map(wards.map((each) => [`${each.borough}\n${each.ward}`, each]));
  const only = (version: WardVersion, other: WardVersion): number =>
    [...names.values()].filter(
      ({ borough, ward }) => wardCode(borough, ward, version) !== null && wardCode(borough, ward, other) === null,
    ).length;
  const [older, newer] = [only('wards-2014', 'wards-2022'), only('wards-2022', 'wards-2014')];
  if (older === newer) return null;
  return older > newer ? 'wards-2014' : 'wards-2022';
}
