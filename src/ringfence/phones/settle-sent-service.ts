import { Refused } from '../../lib/refused.ts';
import { within } from '../../platform/access/index.ts';
import type { Records } from '../../platform/database/index.ts';
import { readAbsence, readAbsences } from '../absences/absence-store.ts';
import { type AwayDuty, readAwayDuty } from '../absences/away-duty-store.ts';
import { bringBackTo } from '../absences/bring-back-service.ts';
import { dutiesConcerned } from '../absences/change-absence-service.ts';
import { recordAwayFrom } from '../absences/record-away-service.ts';
import { wasEndPresumed } from '../absences/step-store.ts';
import type { Acting } from '../absences/take-step-service.ts';
import { minuteOf, withinDuty } from '../absences/within-duty.ts';
import { lockDuties } from '../duties/duty-store.ts';
import type { Absence } from '../model.ts';
import { isSameMoment, judgeAway } from './judge-away.ts';
import type { SentOutcome, SentRecord } from './model.ts';
import { SAID, sayDiffers, sayFuture, sayOutside, saySame, sayWaitingForBack } from './say-sent.ts';
import { readAwaySent, readPhonesOf } from './sent-store.ts';

/** A record with its time put right, and the phone it came from. */
export interface RightRecord {
  record: SentRecord;
  /** By our clock. */
  at: Date;
  /** When it came, by our clock. */
  receivedAt: Date;
  device: string;
  /** Of whom it is. */
  officer: number;
}

/** What became of it. */
export interface Settled {
  outcome: SentOutcome;
  said: string;
  absence: string | null;
}

const held = (said: string, absence: string | null = null): Settled => ({ outcome: 'held', said, absence });
/** As much later than now as a time may be said to be: requests take time. */
const LATENCY_MILLISECONDS = 60_000;

/** Records what a phone says, or says why a person must look at it first; the caller keeps the record itself. */
export const settleSent = within(
  'ringfence.settle-sent',
  async (trx: Records, acting: Acting, sent: RightRecord): Promise<Settled> => {
    const { record, at, receivedAt } = sent;
    if (at.getTime() > receivedAt.getTime() + LATENCY_MILLISECONDS) return held(sayFuture(at, acting.at));
    const known = await readAbsence(trx, record.absence);
    const concerned = known === null ? [] : await dutiesConcerned(trx, known);
    await lockDuties(trx, [record.duty, ...concerned]);
    const duty = await readAwayDuty(trx, record.duty);
    if (duty === null || duty.officer !== sent.officer) return held(SAID.notYours);
    if (duty.kind !== 'ward') return held(SAID.elsewhere);
    try {
      return record.kind === 'away'
        ? await settleAway(trx, acting, duty, sent)
        : await settleBack(trx, acting, duty, sent);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return held(sayOutside(error.message));
    }
  },
);

async function settleAway(trx: Records, acting: Acting, duty: AwayDuty, sent: RightRecord): Promise<Settled> {
  const { record, at, device } = sent;
  const { reason = 'other', orderedBy = null } = record;
  const known = await readAbsence(trx, record.absence);
  if (known !== null)
    return sameOrDiffers(sent, known, known.officer === sent.officer && known.reason === reason, acting.at);
  const fitted = withinDuty({ from: at, to: null }, duty.during, acting.at);
  if (fitted.kind === 'outside') return held(sayOutside(fitted.said));
  const absences = await readAbsences(trx, { duties: [duty.id] });
  const phones =
    absences.length === 0
      ? new Map()
      : await readPhonesOf(
          trx,
          absences.map(({ id }) => id),
        );
  const recorded = absences.map((absence) => ({ absence, device: phones.get(absence.id) ?? null }));
  const judged = judgeAway({ from: fitted.from, reason, orderedBy, device }, recorded);
  if (judged.kind === 'before-back')
    return { outcome: 'waiting', said: sayWaitingForBack(judged.absence, acting.at), absence: null };
  if (judged.kind !== 'new') return sameOrDiffers(sent, judged.absence, judged.kind === 'same', acting.at);
  const order = orderedBy === null ? null : { by: orderedBy, at: minuteOf(at) };
  const { event = null, note = '' } = record;
  const away = { id: record.absence, duty: duty.id, from: judged.from, reason, event, order, note };
  const { kind, absence, sentence } = await recordAwayFrom(trx, acting, duty, away, { asking: false, saidAt: at });
  if (kind === 'already') return held(sayDiffers({ kind: 'away', at }, absence, acting.at), absence.id);
  const cut = fitted.cut.filter((said) => !sentence.includes(said));
  return { outcome: 'taken', said: [sentence, ...cut].join(' '), absence: absence.id };
}

function sameOrDiffers({ record, at }: RightRecord, absence: Absence, same: boolean, now: Date): Settled {
  return same
    ? { outcome: 'again', said: saySame(absence, now), absence: absence.id }
    : held(sayDiffers({ kind: record.kind, at }, absence, now), absence.id);
}

async function settleBack(trx: Records, acting: Acting, duty: AwayDuty, sent: RightRecord): Promise<Settled> {
  const found = await absenceLeft(trx, sent);
  if (!('left' in found)) return found;
  const absence = found.left;
  if (absence.officer !== sent.officer) return held(SAID.notYours);
  if (absence.standing === 'withdrawn') return held(SAID.withdrawn, absence.id);
  if (absence.duty !== duty.id) return held(sayDiffers({ kind: 'back', at: sent.at }, absence, acting.at), absence.id);
  if (absence.to !== null && !(await wasEndPresumed(trx, absence.id))) {
    const fitted = withinDuty({ from: absence.from, to: sent.at }, duty.during, acting.at);
    const same = fitted.kind === 'within' && fitted.to !== null && isSameMoment(fitted.to, absence.to);
    return sameOrDiffers(sent, absence, same, acting.at);
  }
  const { sentence } = await bringBackTo(trx, acting, duty, absence, { to: sent.at });
  return { outcome: 'taken', said: sentence, absence: absence.id };
}

/** The absence that a phone says its officer is back from: its own, or the one that was recorded for it already. */
async function absenceLeft(trx: Records, { record, officer }: RightRecord): Promise<{ left: Absence } | Settled> {
  const own = await readAbsence(trx, record.absence);
  if (own !== null) return { left: own };
  const away = await readAwaySent(trx, officer, record.absence);
  if (away === null || away.outcome === 'waiting')
    return { outcome: 'waiting', said: SAID.waitingForAway, absence: null };
  const recorded = away.absence === null ? null : await readAbsence(trx, away.absence);
  return recorded === null || away.outcome === 'held' ? held(SAID.itsAwayIsHeld, away.absence) : { left: recorded };
}
