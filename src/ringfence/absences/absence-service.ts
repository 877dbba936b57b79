import { guarded, within } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Absence, OrderedBy } from '../model.ts';
import { type AbsencesAsked, readAbsences, readLastOrder } from './absence-store.ts';
import { type Back, bringBackTo } from './bring-back-service.ts';
import { changeAbsence, lockedAbsence, placeOfAbsence, placeOfDuty } from './change-absence-service.ts';
import { type AwayAsked, recordAway } from './record-away-service.ts';
import { type AbsenceStep, readSteps } from './step-store.ts';
import type { Recorded } from './take-step-service.ts';

export { correctAbsence, orderAbsence } from './correct-absence-service.ts';
export { confirmAbsence, disputeAbsence, withdrawAbsence } from './judge-absence-service.ts';
export type { AbsenceStep, AbsencesAsked, AwayAsked, Recorded };

/**
 * Records that an officer was called away from a ward duty. Where they are recorded as away at that time already, nothing
 * is written, and the sentence says what stands.
 * @throws Refused where it is of no time of the duty, or says less than its reason needs
 */
export const callAway = guarded(
  {
    name: 'ringfence.call-away',
    module: 'duties',
    act: 'write',
    place: (platform: Platform, { duty }: AwayAsked) => placeOfDuty(platform, duty),
  },
  (platform: Platform, asked: AwayAsked): Promise<Recorded> =>
    changeAbsence(platform, 'ringfence.call-away', (trx, acting) => recordAway(trx, acting, asked)),
);

/**
 * Records that an officer who was called away is back. What others than the officer say long after is a correction.
 * @throws Refused for whoever ordered it, for a correction without a reason, and where the time is before they were called away or after they were again
 */
export const bringBack = guarded(
  { name: 'ringfence.bring-back', module: 'duties', act: 'write', place: placeOfAbsence },
  (platform: Platform, { id, ...back }: Back & { id: string }): Promise<Recorded> =>
    changeAbsence(platform, 'ringfence.bring-back', async (trx, acting) => {
      const { absence, duty } = await lockedAbsence(trx, id);
      return bringBackTo(trx, acting, duty, absence, back);
    }),
);

/** Absences as they now are, withdrawn ones among them, as far as whoever acts may see them. */
export const absencesOf = within(
  'ringfence.absences-of',
  (trx: Records, asked: AbsencesAsked): Promise<Absence[]> => readAbsences(trx, asked),
);

/** Everything that was done to an absence, the first step first. */
export const stepsOf = within(
  'ringfence.steps-of',
  (trx: Records, id: string): Promise<AbsenceStep[]> => readSteps(trx, id),
);

/** Who ordered an officer's latest absence, by role, to be offered first the next time; null where nobody was named yet. */
export const lastOrder = within(
  'ringfence.last-order',
  async (trx: Records, officer: number): Promise<OrderedBy | null> => (await readLastOrder(trx, officer))?.by ?? null,
);
