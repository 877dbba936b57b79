import { Refused } from '../../lib/refused.ts';
import { guarded } from '../../platform/access/index.ts';
import { StaleEdit } from '../../platform/concurrency/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Absence } from '../model.ts';
import { changeAbsence, lockedAbsence, placeOfAbsence } from './change-absence-service.ts';
import { mayBeChanged } from './not-by-who-ordered-service.ts';
import { sayTimeAway } from './say-absence.ts';
import { type AbsenceStep, wasEndPresumed } from './step-store.ts';
import { type Acting, type Recorded, takeStep } from './take-step-service.ts';

/** An absence as a form saw it. */
export interface SeenAbsence {
  id: string;
  version: number;
}

/** Why something is done to it, in a sentence that stands beside the absence. */
interface Because {
  because: string;
}

/**
 * Says that an absence took place as it is recorded.
 * @throws Refused for whoever ordered it; StaleEdit where somebody was faster
 */
export const confirmAbsence = guarded(
  { name: 'ringfence.confirm-absence', module: 'duties', act: 'write', place: placeOfAbsence },
  (platform: Platform, seen: SeenAbsence): Promise<Recorded> =>
    changeAbsence(platform, 'ringfence.confirm-absence', async (trx, acting) => {
      const { absence, duty } = await seenAbsence(trx, seen);
      await mayBeChanged(trx, acting, absence);
      const said = `Confirmed: called away ${sayTimeAway(absence, acting.at)}.`;
      if (absence.standing === 'confirmed') return { kind: 'already', absence, sentence: said };
      return judged(trx, acting, { absence, duty, standing: 'confirmed', said });
    }),
);

/**
 * Says that an absence is not as it is recorded, for somebody else to correct. Its minutes count as before until then.
 * @throws Refused without a reason; StaleEdit where somebody was faster
 */
export const disputeAbsence = guarded(
  { name: 'ringfence.dispute-absence', module: 'duties', act: 'write', place: placeOfAbsence },
  (platform: Platform, asked: SeenAbsence & Because): Promise<Recorded> =>
    changeAbsence(platform, 'ringfence.dispute-absence', async (trx, acting) => {
      const { absence, duty } = await seenAbsence(trx, asked);
      if (absence.standing === 'withdrawn') await mayBeChanged(trx, acting, absence);
      const because = reasonGiven(asked.because, 'what is not so');
      const said = `Disputed: called away ${sayTimeAway(absence, acting.at)}. It counts as before until it is corrected.`;
      return judged(trx, acting, { absence, duty, standing: 'disputed', said, because });
    }),
);

/**
 * Takes an absence back that did not take place: its minutes count as on the ward again, and every step of it stays.
 * @throws Refused for whoever ordered it, and without a reason; StaleEdit where somebody was faster
 */
export const withdrawAbsence = guarded(
  { name: 'ringfence.withdraw-absence', module: 'duties', act: 'write', place: placeOfAbsence },
  (platform: Platform, asked: SeenAbsence & Because): Promise<Recorded> =>
    changeAbsence(platform, 'ringfence.withdraw-absence', async (trx, acting) => {
      const { absence, duty } = await seenAbsence(trx, asked);
      await mayBeChanged(trx, acting, absence);
      const because = reasonGiven(asked.because, 'why it is taken back');
      const said = `Withdrawn: the time ${sayTimeAway(absence, acting.at)} counts as on the ward again.`;
      return judged(trx, acting, { absence, duty, standing: 'withdrawn', said, because });
    }),
);

/** The absence at the version that a form saw, locked. @throws NotFound, StaleEdit */
export async function seenAbsence(trx: Records, { id, version }: SeenAbsence): ReturnType<typeof lockedAbsence> {
  const locked = await lockedAbsence(trx, id);
  if (locked.absence.version !== version) throw new StaleEdit(locked.absence, version);
  return locked;
}

/** @throws Refused where nothing was said */
export function reasonGiven(because: string, what: string): string {
  const given = because.trim();
  if (given === '') throw new Refused([{ field: 'because', sentence: `Say in a sentence ${what}.` }]);
  return given;
}

type Judged = Extract<AbsenceStep['step'], Absence['standing']>;

async function judged(
  trx: Records,
  acting: Acting,
  {
    absence: before,
    duty,
    standing,
    said,
    because = '',
  }: Awaited<ReturnType<typeof lockedAbsence>> & {
    standing: Exclude<Judged, 'recorded'>;
    said: string;
    because?: string;
  },
): Promise<Recorded> {
  const absence: Absence = { ...before, standing, version: before.version + 1 };
  // To dispute it says nothing of when they were back; to confirm it says that it ended as it stands.
  const endPresumed = standing === 'disputed' && (await wasEndPresumed(trx, before.id));
  const later = await takeStep(trx, acting, { duty, step: standing, absence, because, endPresumed });
  return { kind: 'recorded', absence, sentence: [said, ...later].join(' ') };
}
