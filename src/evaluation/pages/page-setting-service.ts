import { requireUnit } from '../../demand/service.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { unitBoroughs } from '../../organisation/service.ts';
import { type Act, may } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { courseOfCharter } from '../charter/looks-service.ts';
import type { LookTaken } from '../charter/model.ts';
import type { PageUnit, RecordedLook } from './model.ts';

/** The unit whose pages these are, and its boroughs by name. */
export async function unitShown({ records, now }: Platform): Promise<PageUnit> {
  const name = await requireUnit(records, null);
  const boroughs = await unitBoroughs(records, name, todayInLondon(now()));
  return { name, boroughs: boroughs.map((borough) => borough.name) };
}

/** Whether who asks may do it with the charters of a unit; anywhere at all for null. */
export const mayIn = ({ principal }: Platform, act: Act, unit: string | null): boolean =>
  may(principal, { module: 'evaluation', act, place: unit === null ? null : { unit } });

/** Looks that were kept of a charter, for who keeps charters; none for everybody else. */
export async function recordedLooks(platform: Platform, name: string): Promise<RecordedLook[]> {
  const course = mayIn(platform, 'read', null) ? await courseOfCharter(platform, name) : null;
  return (course?.looks ?? []).map(asRecorded);
}

const asRecorded = ({ group, measure, found, taken }: LookTaken): RecordedLook => ({
  ...{ group, measure, month: found.month, percent: found.percent, state: found.state },
  takenOn: todayInLondon(taken.at),
});
