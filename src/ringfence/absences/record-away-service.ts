import { Refused, refuseIf } from '../../lib/refused.ts';
import { within } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import { NotFound } from '../../platform/web/index.ts';
import { lockDuties } from '../duties/duty-store.ts';
import type { Absence } from '../model.ts';
import type { Reason } from '../reasons.ts';
import { sayAt } from '../team/say-times.ts';
import { readAbsence, readAbsences } from './absence-store.ts';
import { type AwayDuty, readAwayDuty } from './away-duty-store.ts';
import { besideOthers } from './beside-others.ts';
import { type OrderAsked, resolveOrder } from './order-asked-service.ts';
import { restProblems } from './rest-problems-service.ts';
import { sayAlready, sayRecorded } from './say-absence.ts';
import { type Acting, type Recorded, takeStep } from './take-step-service.ts';
import { withinDuty } from './within-duty.ts';

/** A time called away, as it is entered. */
export interface AwayAsked {
  /** UUID, made by whoever records it. */
  id: string;
  duty: number;
  from: Date;
  /** Left out or null: they are still away, or until the duty's end. */
  to?: Date | null;
  reason: Reason;
  /** Key of an event: "carnival-2026". */
  event?: string | null;
  order?: OrderAsked | null;
  note?: string;
  /** Number of the place that is covered, for cover of another ward. */
  covers?: number | null;
  /** For a rest day given back: the absence whose order took it, or "duty:512", the duty on that rest day. */
  chargedTo?: string | null;
}

/** A duty of rostered ward work, whose absences nobody else writes until the transaction ends. @throws NotFound, Refused */
export const dutyToLeave = within('ringfence.duty-to-leave', async (trx: Records, id: number): Promise<AwayDuty> => {
  await lockDuties(trx, [id]);
  const duty = await readAwayDuty(trx, id);
  if (duty === null) throw new NotFound('There is no such duty: it may have been removed, so look at the day again.');
  if (duty.kind !== 'ward')
    throw new Refused([
      {
        field: null,
        sentence:
          'This duty is worked elsewhere and counted apart: say what for and by whose order with the duty itself.',
      },
    ]);
  return duty;
});

/**
 * Records a time called away as the first step of an absence, and enters it into the ledger; the caller audits. What lies
 * outside the duty is cut, and said. Where the officer is recorded as away at that time already nothing is written.
 * @throws Refused where it is of no time of the duty, or says less than its reason needs
 */
export const recordAway = within(
  'ringfence.record-away',
  async (trx: Records, acting: Acting, asked: AwayAsked): Promise<Recorded> => {
    const duty = await dutyToLeave(trx, asked.duty);
    return recordAwayFrom(trx, acting, duty, asked);
  },
);

/** The same, of a duty that was read and locked, without asking for what only its reason needs: a phone knows less. */
export const recordAwayFrom = within(
  'ringfence.record-away-from',
  async (
    trx: Records,
    acting: Acting,
    duty: AwayDuty,
    asked: AwayAsked,
    { asking = true, saidAt }: { asking?: boolean; saidAt?: Date } = {},
  ): Promise<Recorded> => {
    const fitted = withinDuty({ from: asked.from, to: asked.to ?? null }, duty.during, acting.at);
    if (fitted.kind === 'outside') throw new Refused([{ field: 'from', sentence: fitted.said }]);
    const same = await readAbsence(trx, asked.id);
    if (same !== null) return { kind: 'already', absence: same, sentence: sayAlready(same, acting.at) };
    const others = await readAbsences(trx, { duties: [duty.id] });
    const beside = besideOthers(fitted, others);
    if (beside.kind === 'meets')
      return { kind: 'already', absence: beside.absence, sentence: sayAlready(beside.absence, acting.at) };
    const absence = await absenceOf(trx, acting, { duty, asked, from: fitted.from, to: beside.to });
    if (asking) refuseIf(await restProblems(trx, absence));
    const { nextFrom } = beside;
    const step = { duty, step: 'recorded', absence, endPresumed: nextFrom !== null, saidAt } as const;
    const later = await takeStep(trx, acting, step);
    const until =
      nextFrom === null ? [] : [`It is counted to ${sayAt(nextFrom, acting.at)}, when they were called away again.`];
    const sentence = [sayRecorded(absence, acting.at), ...fitted.cut, ...until, ...later].join(' ');
    return { kind: 'recorded', absence, sentence };
  },
);

async function absenceOf(
  trx: Records,
  acting: Acting,
  { duty, asked, from, to }: { duty: AwayDuty; asked: AwayAsked; from: Date; to: Date | null },
): Promise<Absence> {
  const { id: dutyNumber, officer, place, day, synthetic } = duty;
  const { id, reason, event = null, order = null, note = '', covers = null, chargedTo = null } = asked;
  return {
    id,
    duty: dutyNumber,
    officer,
    place,
    day,
    from,
    to,
    reason,
    event,
    order: order === null ? null : await resolveOrder(trx, acting, { order, place, day }),
    covers,
    chargedTo,
    note: note.trim(),
    standing: 'recorded',
    synthetic,
    version: 1,
  };
}
