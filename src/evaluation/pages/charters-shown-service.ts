import { requireUnit } from '../../demand/service.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { unitBoroughs } from '../../organisation/service.ts';
import { may } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { charterHash } from '../charter/charter-hash-service.ts';
import { charterHistory, listCharters } from '../charter/charter-service.ts';
import { courseOfCharter } from '../charter/looks-service.ts';
import type { KeptCharter, LookTaken } from '../charter/model.ts';
import { shownOf } from '../charter/wording-in-force.ts';
import type { Charter, CharterShown } from '../model.ts';
import { shippedCharter, shippedCharters } from '../shipped/shipped-charters.ts';
import type { PageUnit, RecordedLook } from './model.ts';

/** The unit whose pages these are, and its boroughs by name. */
export async function unitShown({ records, now }: Platform): Promise<PageUnit> {
  const name = await requireUnit(records, null);
  const boroughs = await unitBoroughs(records, name, todayInLondon(now()));
  return { name, boroughs: boroughs.map((borough) => borough.name) };
}

/** Whether who asks keeps charters somewhere, or may read those of a unit. */
export const mayIn = ({ principal }: Platform, act: 'read' | 'write', unit: string | null): boolean =>
  may(principal, { module: 'evaluation', act, place: unit === null ? null : { unit } });

const asShipped = (charter: Charter): CharterShown => ({
  charter,
  ...{ hash: charterHash(charter), standing: 'retrospective', signatures: [], amendments: [] },
});

/** A charter that who asks may read, as results show it; null where there is none of this name. */
export async function findCharterShown(platform: Platform, name: string): Promise<CharterShown | null> {
  const shipped = shippedCharter(name);
  if (shipped !== null) return asShipped(shipped);
  const kept = mayIn(platform, 'read', null) ? await charterHistory(platform, name) : null;
  return kept === null ? null : shownOf(kept);
}

/** Every charter that who asks may read: those that come with Wardroom first. */
export async function chartersShown(platform: Platform): Promise<CharterShown[]> {
  const kept: readonly KeptCharter[] = mayIn(platform, 'read', null) ? await listCharters(platform) : [];
  return [...shippedCharters().map(asShipped), ...kept.flatMap((each) => shownOf(each) ?? [])];
}

/** Looks that were kept of a charter, for who keeps charters; none for everybody else. */
export async function recordedLooks(platform: Platform, name: string): Promise<RecordedLook[]> {
  const course = mayIn(platform, 'read', null) ? await courseOfCharter(platform, name) : null;
  return (course?.looks ?? []).map(asRecorded);
}

const asRecorded = ({ group, measure, found, taken }: LookTaken): RecordedLook => ({
  ...{ group, measure, month: found.month, percent: found.percent, state: found.state },
  takenOn: todayInLondon(taken.at),
});
