import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { type Place, within } from '../../platform/access/index.ts';
import { recordAudit } from '../../platform/audit/index.ts';
import { inRefusingTransaction, inTransaction, type Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { NotFound } from '../../platform/web/index.ts';
import { lockDuties } from '../duties/duty-store.ts';
import type { Absence } from '../model.ts';
import { readLinks } from '../officers/account-store.ts';
import { readAbsence, readAbsences } from './absence-store.ts';
import { againOnDeadlock } from './again-on-deadlock-service.ts';
import { type AwayDuty, readPlaceOfDuty } from './away-duty-store.ts';
import { dutyToLeave } from './record-away-service.ts';
import { type Acting, actingOf, type Recorded } from './take-step-service.ts';

/** Where a duty is and whose; nowhere, which nobody reaches, for one that may not be seen. */
export const placeOfDuty = (platform: Platform, duty: number): Promise<Place> =>
  inTransaction(platform, (trx) => readPlaceOfDuty(trx, duty, todayInLondon(platform.now())));

/** Where an absence is and whose; nowhere, which nobody reaches, for one that may not be seen. */
export async function placeOfAbsence(platform: Platform, { id }: { id: string }): Promise<Place> {
  const absence = await inTransaction(platform, (trx) => readAbsence(trx, id));
  return absence === null ? {} : placeOfDuty(platform, absence.duty);
}

/** One absence and its duty, which nobody else writes until the transaction ends. @throws NotFound */
export const lockedAbsence = within(
  'ringfence.locked-absence',
  async (trx: Records, id: string): Promise<{ absence: Absence; duty: AwayDuty }> => {
    const seen = await readAbsence(trx, id);
    if (seen !== null) await lockDuties(trx, await dutiesConcerned(trx, seen));
    const duty = seen === null ? null : await dutyToLeave(trx, seen.duty);
    const absence = seen === null ? null : await readAbsence(trx, id);
    if (duty === null || absence === null) throw new NotFound('There is no such absence: look at the day again.');
    return { absence, duty };
  },
);

/**
 * The duty of an absence and those on which a rest day was given back for it: what changes it enters them all into the
 * ledger, and locks them before it writes, since whoever writes an absence has every other writer of its officer wait.
 */
export const dutiesConcerned = within(
  'ringfence.duties-concerned',
  async (trx: Records, { id, duty }: Absence): Promise<number[]> => {
    const charged = await readAbsences(trx, { chargedTo: { absence: id } });
    return [duty, ...charged.map((each) => each.duty)];
  },
);

/** Writes one absence in one transaction, again where it met another of the same duties, and the audit last. */
export function changeAbsence(
  platform: Platform,
  action: string,
  run: (trx: Records, acting: Acting) => Promise<Recorded>,
): Promise<Recorded> {
  const acting = actingOf(platform);
  return againOnDeadlock(() =>
    inRefusingTransaction(platform, async (trx) => {
      const recorded = await run(trx, acting);
      if (recorded.kind === 'recorded') await audit(trx, acting, action, recorded.absence);
      return recorded;
    }),
  );
}

/** Never what for: the audit outlives the absence. */
async function audit(trx: Records, { actor }: Acting, action: string, { id, day, officer }: Absence): Promise<void> {
  const { personOf: whom } = await readLinks(trx, { officer, person: null });
  await recordAudit(trx, { actor, action, subject: day, whom, detail: { absence: id } });
}
