import { requireUnit } from '../../demand/service.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { unitBoroughs } from '../../organisation/service.ts';
import { may } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';

/** Whether who asks may do it with the claims of a unit; anywhere at all for null. */
export const mayIn = ({ principal }: Platform, act: 'read' | 'write' | 'approve', unit: string | null): boolean =>
  may(principal, { module: 'performance', act, place: unit === null ? null : { unit } });

/** The unit whose register is shown, and its boroughs by name. */
export async function unitShown({ records, now }: Platform) {
  const name = await requireUnit(records, null);
  const boroughs = await unitBoroughs(records, name, todayInLondon(now()));
  return { name, boroughs: boroughs.map((borough) => borough.name) };
}
