import { type BoundaryVersion, referenceAreas } from '../../geography/index.ts';
import type { Month } from '../../lib/calendar/month.ts';
import type { KnownWards } from '../mps/ward-version-of.ts';

export interface NamedWard {
  code: string;
  version: BoundaryVersion;
}

const WARD_CODE = /^E05\d{6}$/;
const WARDS_OF_2022_SINCE: Month = '2022-05';

/**
 * The ward that `--about` names, in the set in force in the month where both have it; null for text that is no ward
 * code, and 'unknown' for a code in no set that is held or shipped.
 */
export function wardNamed(about: string | null, month: Month, held: KnownWards): NamedWard | 'unknown' | null {
  const code = about?.trim().toUpperCase() ?? '';
  if (!WARD_CODE.test(code)) return null;
  const sets: BoundaryVersion[] =
    month < WARDS_OF_2022_SINCE ? ['wards-2014', 'wards-2022'] : ['wards-2022', 'wards-2014'];
  const version = sets.find(
    (set) =>
      referenceAreas(set).some((area) => area.code === code) ||
      held.some((each) => each.version === set && each.codes.has(code)),
  );
  return version === undefined ? 'unknown' : { code, version };
}
