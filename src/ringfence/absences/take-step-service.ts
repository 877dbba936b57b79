import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { personOf, within } from '../../platform/access/index.ts';
import { StaleEdit } from '../../platform/concurrency/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { enterDuty } from '../ledger/ledger-service.ts';
import type { Absence } from '../model.ts';
import { policyOn } from '../policy/policy-on.ts';
import { policyTimeline } from '../policy/policy-service.ts';
import { insertAbsence, readAbsence, readAbsences, updateAbsence } from './absence-store.ts';
import type { AwayDuty } from './away-duty-store.ts';
import { nextClosing } from './next-closing.ts';
import { sayAfterClose } from './say-absence.ts';
import { type AbsenceStep, insertStep } from './step-store.ts';

/** Who writes an absence, and when. */
export interface Acting {
  /** As the audit has them: "person:3f9c", "cli:anna", "wardroom". */
  actor: string;
  /** Identity of the person; null for the command line by itself, and for Wardroom. */
  person: string | null;
  at: Date;
}

export const actingOf = ({ actor, principal, now }: Platform): Acting => ({
  actor,
  person: personOf(principal),
  at: now(),
});

/** What came of recording something: the absence as it now is, and one or more sentences for who recorded it. */
export interface Recorded {
  /** already: somebody had recorded it, and nothing was changed. */
  kind: 'recorded' | 'already';
  absence: Absence;
  sentence: string;
}

/** One step of an absence, as it leaves it. */
interface Step {
  duty: AwayDuty;
  step: AbsenceStep['step'];
  /** With the version after the step: 1 for the first. */
  absence: Absence;
  because?: string;
  endPresumed?: boolean;
  /** When its officer said so to a phone that had no signal. */
  saidAt?: Date | undefined;
}

/** Steps that change no minutes. */
const COUNTS_THE_SAME: readonly AbsenceStep['step'][] = ['confirmed', 'disputed'];

/**
 * Writes an absence as a step leaves it, the step itself, and what the ledger then says: of its own duty, and of every duty
 * on which a rest day was given back for it. The caller has locked the duty, and audits.
 * @returns a sentence where the month was closed already, which says when this comes out
 * @throws StaleEdit where the absence is no longer as it was before
 */
export const takeStep = within(
  'ringfence.take-step',
  async (
    trx: Records,
    acting: Acting,
    { duty, step, absence, because = '', endPresumed = false, saidAt }: Step,
  ): Promise<string[]> => {
    const written = absence.version === 1 ? await insertAbsence(trx, absence) : await updateAbsence(trx, absence);
    if (!written) throw new StaleEdit(await readAbsence(trx, absence.id), absence.version - 1);
    const done = { doneBy: acting.actor, doneAt: acting.at, afterClose: duty.closed };
    await insertStep(trx, { absence, step, number: absence.version, because, endPresumed, saidAt, ...done });
    if (!COUNTS_THE_SAME.includes(step)) await enterWhatItCounts(trx, acting, absence);
    return duty.closed ? [await whenItComesOut(trx, acting, duty)] : [];
  },
);

async function enterWhatItCounts(trx: Records, acting: Acting, absence: Absence): Promise<void> {
  await enterDuty(trx, absence.duty, acting);
  // A rest day given back is ruled as what took it: only what is changed can have been charged to before.
  if (absence.version === 1) return;
  const charged = await readAbsences(trx, { chargedTo: { absence: absence.id } });
  for (const duty of new Set(charged.map((each) => each.duty))) await enterDuty(trx, duty, acting);
}

async function whenItComesOut(trx: Records, { at }: Acting, { unit, day }: AwayDuty): Promise<string> {
  const today = todayInLondon(at);
  const { policy } = policyOn(await policyTimeline(trx, unit), today);
  return sayAfterClose(day, nextClosing(today, policy.closesOnDay));
}
