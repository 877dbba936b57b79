import { type BoundaryVersion, referenceAreas } from '../../geography/index.ts';
import { OTHER_WARDS } from '../mps/read-row.ts';
import { isLargerArea, LARGER_AREA_ROW } from './larger-area.ts';

const WARD = /^E05\d{6}$/;
const LATER_WARDS: ReadonlySet<string> = new Set(referenceAreas('wards-2022').map(({ code }) => code));
const BOROUGHS: ReadonlySet<string> = new Set(referenceAreas('boroughs-2022').map(({ code }) => code));

/** The area of a row of a table of London's wards until 2022, boroughs among them; a reason when it is neither. */
export function wardOrBorough(code: string): { areaCode: string; version: BoundaryVersion } | string {
  if (BOROUGHS.has(code)) return { areaCode: code, version: 'boroughs-2022' };
  if (isLargerArea(code)) return LARGER_AREA_ROW;
  if (!WARD.test(code)) return 'no code of a ward or London borough such as E05000128';
  if (LATER_WARDS.has(code)) return OTHER_WARDS;
  return { areaCode: code, version: 'wards-2014' };
}
