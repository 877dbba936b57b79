import type { BoundaryVersion } from '../../geography/index.ts';

type WardVersion = Extract<BoundaryVersion, 'wards-2014' | 'wards-2022'>;

/**
 * Ward sets of London by the first digits of their codes. Wards keep their code until their boundary changes: the codes
 * of 2002 (E05000) all ended by May 2022, those of the reviews of 2013 and 2017 (E05009, E05011) lasted, and the reviews
 * for May 2022 brought E05013 and E05014.
 */
const SETS_BY_START: ReadonlyMap<string, readonly WardVersion[]> = new Map([
  ['E05000', ['wards-2014']],
  ['E05009', ['wards-2014', 'wards-2022']],
  ['E05011', ['wards-2014', 'wards-2022']],
  ['E05013', ['wards-2022']],
  ['E05014', ['wards-2022']],
]);

/**
 * Ward sets that a London ward code may be of; none for any other code. E05009 and E05011 may be of both, so that only
 * the rest of a file tells. Holds for London from 2014 to the reviews that follow May 2022, and for no other place.
 * @source ONS ward codes, checked with the boundaries of 2014 and 2022 and the lookups of 2017, 2022 and 2024
 */
export function wardSetsOf(code: string): readonly WardVersion[] {
  return /^E05\d{6}$/.test(code) ? (SETS_BY_START.get(code.slice(0, 6)) ?? []) : [];
}
