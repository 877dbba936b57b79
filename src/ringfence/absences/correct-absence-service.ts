import { Refused, refuseIf } from '../../lib/refused.ts';
import { guarded } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Absence } from '../model.ts';
import type { Reason } from '../reasons.ts';
import { AT_ONCE_MINUTES } from '../rules/late-authorisation-is-marked.ts';
import { sayOrderedBy } from '../team/say-ordered-by.ts';
import { readAbsences } from './absence-store.ts';
import type { AwayDuty } from './away-duty-store.ts';
import { besideOthers } from './beside-others.ts';
import { changeAbsence, placeOfAbsence } from './change-absence-service.ts';
import { reasonGiven, type SeenAbsence, seenAbsence } from './judge-absence-service.ts';
import { mayBeChanged } from './not-by-who-ordered-service.ts';
import { type OrderAsked, resolveOrder } from './order-asked-service.ts';
import { restProblems } from './rest-problems-service.ts';
import { sayTimeAway } from './say-absence.ts';
import { wasEndPresumed } from './step-store.ts';
import { type Acting, type Recorded, takeStep } from './take-step-service.ts';
import { withinDuty } from './within-duty.ts';

/** What is to be otherwise; what is left out stays as it is. */
export interface Correction extends SeenAbsence {
  from?: Date;
  /** null: they are still away. */
  to?: Date | null;
  reason?: Reason;
  event?: string | null;
  order?: OrderAsked | null;
  covers?: number | null;
  chargedTo?: string | null;
  note?: string;
  /** Why, in a sentence that stands beside the absence. */
  because: string;
}

/**
 * Corrects an absence: what it was before stays among its steps, and it is again to be confirmed.
 * @throws Refused for whoever ordered it, without a reason, and where it would overlap another; StaleEdit where somebody
 * was faster
 */
export const correctAbsence = guarded(
  { name: 'ringfence.correct-absence', module: 'duties', act: 'write', place: placeOfAbsence },
  (platform: Platform, asked: Correction): Promise<Recorded> =>
    changeAbsence(platform, 'ringfence.correct-absence', async (trx, acting) => {
      const { absence: before, duty } = await seenAbsence(trx, asked);
      await mayBeChanged(trx, acting, before);
      const because = reasonGiven(asked.because, 'why it is corrected');
      const timed = await correctedTime(trx, acting, { before, duty, asked });
      const { absence, cut, endPresumed } = await corrected(trx, acting, { before, asked, ...timed });
      refuseIf(await restProblems(trx, absence));
      const later = await takeStep(trx, acting, { duty, step: 'corrected', absence, because, endPresumed });
      const said = `Corrected: called away ${sayTimeAway(absence, acting.at)}. What was recorded before stays beside it.`;
      return { kind: 'recorded', absence, sentence: [said, ...cut, ...later].join(' ') };
    }),
);

/**
 * Adds who ordered an absence, when and for which event. An order that came after it had begun is marked late.
 * @throws Refused for whoever ordered it before; StaleEdit where somebody was faster
 */
export const orderAbsence = guarded(
  { name: 'ringfence.order-absence', module: 'duties', act: 'write', place: placeOfAbsence },
  (platform: Platform, asked: SeenAbsence & { order: OrderAsked; event?: string | null }): Promise<Recorded> =>
    changeAbsence(platform, 'ringfence.order-absence', async (trx, acting) => {
      const { absence: before, duty } = await seenAbsence(trx, asked);
      await mayBeChanged(trx, acting, before);
      const { place, day } = before;
      // Added now, it was given by now; not before, unless that is said.
      const entered = { ...asked.order, at: asked.order.at ?? acting.at };
      const order = await resolveOrder(trx, acting, { order: entered, place, day });
      const event = asked.event === undefined ? before.event : asked.event;
      const absence: Absence = { ...before, order, event, standing: 'recorded', version: before.version + 1 };
      refuseIf(await restProblems(trx, absence));
      const endPresumed = await wasEndPresumed(trx, before.id);
      const later = await takeStep(trx, acting, { duty, step: 'ordered', absence, endPresumed });
      const begun = before.from.getTime();
      const told = acting.at.getTime() >= begun + AT_ONCE_MINUTES * 60_000 ? 'recorded' : null;
      const how = entered.at.getTime() > begun ? 'ordered' : told;
      const late = how === null ? [] : [`It was ${how} after it had begun, so it is marked late.`];
      const said = `Recorded: ordered by ${sayOrderedBy(order.by)}.`;
      return { kind: 'recorded', absence, sentence: [said, ...late, ...later].join(' ') };
    }),
);

interface CorrectedTime {
  from: Date;
  to: Date | null;
  cut: string[];
  endPresumed: boolean;
}

async function correctedTime(
  trx: Records,
  { at }: Acting,
  { before, duty, asked }: { before: Absence; duty: AwayDuty; asked: Correction },
): Promise<CorrectedTime> {
  const endPresumed = await wasEndPresumed(trx, before.id);
  if (asked.from === undefined && asked.to === undefined)
    return { from: before.from, to: before.to, cut: [], endPresumed };
  // Another start says nothing of when they were back.
  const { from = before.from, to = endPresumed ? null : before.to } = asked;
  const fitted = withinDuty({ from, to }, duty.during, at);
  if (fitted.kind === 'outside') throw new Refused([{ field: 'from', sentence: fitted.said }]);
  const others = (await readAbsences(trx, { duties: [duty.id] })).filter(({ id }) => id !== before.id);
  const beside = besideOthers(fitted, others);
  if (beside.kind === 'meets') {
    const sentence = `They were called away ${sayTimeAway(beside.absence, at)} as well: correct that first, or choose other times.`;
    throw new Refused([{ field: 'from', sentence }]);
  }
  return { from: fitted.from, to: beside.to, cut: fitted.cut, endPresumed: beside.nextFrom !== null };
}

async function corrected(
  trx: Records,
  acting: Acting,
  { before, asked, from, to, cut, endPresumed }: CorrectedTime & { before: Absence; asked: Correction },
): Promise<{ absence: Absence; cut: string[]; endPresumed: boolean }> {
  const { reason = before.reason, event = before.event, note = before.note } = asked;
  // What only the reason before needed goes with it.
  const covers = asked.covers === undefined ? keptFor(reason, 'cover-ward', before.covers) : asked.covers;
  const chargedTo =
    asked.chargedTo === undefined ? keptFor(reason, 'rest-day-given-back', before.chargedTo) : asked.chargedTo;
  const { place, day, version } = before;
  const given = asked.order ?? null;
  const entered = given === null ? null : await resolveOrder(trx, acting, { order: given, place, day });
  const order = asked.order === undefined ? before.order : entered;
  const rest = { reason, event, order, covers, chargedTo, note: note.trim() };
  return { absence: { ...before, from, to, ...rest, standing: 'recorded', version: version + 1 }, cut, endPresumed };
}

const keptFor = <Value>(reason: Reason, needs: Reason, kept: Value | null): Value | null =>
  reason === needs ? kept : null;
