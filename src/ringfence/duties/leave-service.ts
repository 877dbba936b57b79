import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { Refused, refuseIf } from '../../lib/refused.ts';
import { guarded, NotAllowed, within } from '../../platform/access/index.ts';
import { recordAudit } from '../../platform/audit/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { NotFound } from '../../platform/web/named-errors.ts';
import { longDate } from '../../ui/long-date.ts';
import { enterLeave } from '../ledger/ledger-service.ts';
import type { PostClass, WardPlace } from '../model.ts';
import type { PostedOfficer } from '../officers/posted-officer-store.ts';
import { placesNumbered } from '../places/place-service.ts';
import { policyOn } from '../policy/policy-on.ts';
import { policyTimeline } from '../policy/policy-service.ts';
import { type DutiesAsked, insertRevision, type Writer } from './duty-store.ts';
import { leaveOfDay } from './leave-of-day.ts';
import { deleteLeave, insertLeave, readLeave } from './leave-store.ts';
import type { Leave } from './model.ts';
import { postedOfficer, requireOfWard, type WardOfDuty, wardsOfDay } from './ward-of-duty-service.ts';

const WRITES = { module: 'duties', act: 'write' } as const;
const MOST_MINUTES = 1440;

/** Leave of a day that is asked for. */
export interface WantedLeave {
  officer: number;
  day: string;
  /** Of all their ward posts together; null: a contracted day, by the policy and the parts of a whole officer that they are posted with. */
  minutes: number | null;
}

/**
 * Keeps contracted time of a day that leave, sickness or adjusted duties took: never which of them. Of an officer who is
 * shared between wards each ward has its part; whoever may write in some of them records those parts.
 * @returns the parts, the largest post's first
 * @throws Refused when the officer has no ward post that day, has leave recorded on it already, or it is no part of a day
 */
export const recordLeave = guarded(
  { name: 'ringfence.record-leave', ...WRITES },
  (platform: Platform, wanted: WantedLeave): Promise<Leave[]> =>
    platform.records.transaction().execute(async (trx) => {
      const by = { actor: platform.actor, at: platform.now() };
      const officer = await postedOfficer(trx, { officer: wanted.officer, today: todayInLondon(by.at) });
      const wards = await wardsOfDay(trx, { officer, day: wanted.day });
      const { policy } = policyOn(await policyTimeline(trx, officer.unit), wanted.day);
      const parts = leaveOfDay({
        posts: wards.map(({ post, place }) => ({ ...post, place: place.id })),
        minutes: minutesAsked(wanted.minutes),
        dayMinutes: policy.dayMinutes,
      });
      const written = await partsToWrite(trx, platform, { officer, wards, parts });
      const kept: Leave[] = [];
      for (const { place, ...part } of written) {
        const { officer: whose, name, synthetic } = officer;
        const leave = { officer: whose, place: place.id, ...part, day: wanted.day, synthetic };
        kept.push(await keepLeave(trx, { leave, name }, by));
        const detail = { unit: place.unit, ward: place.wardCode, day: wanted.day };
        await recordAudit(trx, { actor: by.actor, action: 'ringfence.record-leave', subject: wanted.day, detail });
      }
      await enterLeave(trx, [{ officer: officer.officer, day: wanted.day }], by);
      return kept;
    }),
);

/** @throws Refused where it is no part of a day */
function minutesAsked(minutes: number | null): number | null {
  const whole = minutes === null || (Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES);
  const sentence = 'Write the time as whole minutes of one day, from 1 to 1440.';
  refuseIf([whole ? null : { field: 'minutes', sentence }]);
  return minutes;
}

/** The parts of wards in which whoever acts may write. @throws NotAllowed where there is none */
async function partsToWrite(
  trx: Records,
  platform: Platform,
  {
    officer,
    wards,
    parts,
  }: { officer: PostedOfficer; wards: readonly WardOfDuty[]; parts: ReturnType<typeof leaveOfDay> },
): Promise<{ place: WardPlace; postClass: PostClass; minutes: number }[]> {
  const today = todayInLondon(platform.now());
  const written: { place: WardPlace; postClass: PostClass; minutes: number }[] = [];
  let refused: NotAllowed | null = null;
  for (const part of parts) {
    const place = wards.find((ward) => ward.place.id === part.place)?.place;
    if (place === undefined) continue;
    try {
      await requireOfWard(trx, platform, { officer: officer.officer, place, act: 'write', today });
      written.push({ ...part, place });
    } catch (error) {
      if (!(error instanceof NotAllowed)) throw error;
      refused = refused ?? error;
    }
  }
  if (written.length === 0 && refused !== null) throw refused;
  return written;
}

/** Takes leave of a day away that was recorded by mistake; what it was is kept. @throws StaleEdit, NotAllowed, NotFound */
export const removeLeave = guarded(
  { name: 'ringfence.remove-leave', ...WRITES },
  (platform: Platform, seen: { id: number; version: number; because: string }): Promise<void> =>
    platform.records.transaction().execute(async (trx) => {
      const by = { actor: platform.actor, at: platform.now() };
      const [leave] = await readLeave(trx, { ids: [seen.id] });
      const [place] = leave === undefined ? [] : await placesNumbered(trx, [leave.place]);
      if (leave === undefined || place === undefined)
        throw new NotFound('No leave that you may see is kept under this number.');
      await requireOfWard(trx, platform, { officer: leave.officer, place, act: 'write', today: todayInLondon(by.at) });
      await insertRevision(trx, { kind: 'leave', row: leave, before: leave, after: null, because: seen.because }, by);
      await deleteLeave(trx, { id: leave.id, version: seen.version });
      await enterLeave(trx, [leave], by);
      const detail = { unit: place.unit, ward: place.wardCode, day: leave.day };
      await recordAudit(trx, {
        actor: by.actor,
        action: 'ringfence.remove-leave',
        subject: leave.day,
        detail,
      });
    }),
);

/**
 * Keeps leave inside the transaction of a service or an import, which then has the ledger say so: enterLeave.
 * @throws Refused when the officer has leave recorded on that day already
 */
export const keepLeave = within(
  'ringfence.keep-leave',
  async (
    trx: Records,
    { leave, name }: { leave: Omit<Leave, 'id' | 'version'> & { roster?: number | null }; name: string },
    by: Writer,
  ): Promise<Leave> => {
    const kept = await insertLeave(trx, leave);
    if (kept === null) {
      const sentence = `${name} has leave recorded on ${longDate(leave.day)} already: remove that first to change it.`;
      throw new Refused([{ field: 'day', sentence }]);
    }
    await insertRevision(trx, { kind: 'leave', row: kept, before: null, after: kept, because: '' }, by);
    return kept;
  },
);

/** Leave of an officer or of wards, from the first day to the last, as far as whoever acts may see it. */
export const leaveOf = within(
  'ringfence.leave-of',
  (trx: Records, asked: DutiesAsked): Promise<Leave[]> => readLeave(trx, asked),
);
