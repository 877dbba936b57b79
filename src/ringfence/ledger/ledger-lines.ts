import type { Absence, Duty, LedgerLine, PolicyInForce, RingfenceEvent, TimeSpan, WardAccount } from '../model.ts';
import { type ChargedTo, ruleAbsence } from '../policy/rule-absence.ts';

const MINUTE = 60_000;

/** A duty and everything that decides what its minutes come to. */
export interface LedgerQuestion {
  duty: Duty;
  /** Of the duty; those withdrawn are passed over. They do not overlap. */
  absences: readonly Absence[];
  timeline: readonly PolicyInForce[];
  /** The unit's calendar, of every year that an absence names an event of. */
  events: readonly RingfenceEvent[];
  /** What took each rest day given back among the absences, by the id of the absence that gives it back. */
  charged: ReadonlyMap<string, ChargedTo>;
}

/**
 * What a duty comes to in the ledger: minutes of a ward duty as kept (confirmed or presumed), exception, permitted, breach or
 * not ruled, which add up to its length; of a duty worked elsewhere one line. All minutes are of the day on which the duty
 * starts. An absence counts as far as it lies within the duty; while it is open, to its end.
 * @returns lines of at least one minute each, kept time last
 */
export function ledgerLinesOf(question: LedgerQuestion): LedgerLine[] {
  const { duty } = question;
  const all = minutesOf(duty.during);
  if (duty.kind !== 'ward') return elsewhereLine(duty, all);
  const standing = question.absences.filter(({ standing }) => standing !== 'withdrawn');
  const away = standing.flatMap((absence) => linesOfAbsence(absence, standing, question));
  const kept = all - away.reduce((sum, { minutes }) => sum + minutes, 0);
  const account: WardAccount = duty.confirmed === null ? 'presumed' : 'confirmed';
  return kept > 0 ? [...away, { ...blank(duty), account, minutes: kept }] : away;
}

/** Lines of one absence; kept time has none of its own. */
function linesOfAbsence(absence: Absence, beside: readonly Absence[], question: LedgerQuestion): LedgerLine[] {
  const { duty, timeline, events } = question;
  const charged = question.charged.get(absence.id) ?? null;
  return stretchesOf(absence, duty, events).flatMap(({ begun, minutes }) => {
    if (minutes <= 0) return [];
    const ruled = ruleAbsence({ absence: { ...absence, from: begun }, duty, timeline, events, charged, beside });
    if (ruled.ruling === 'kept') return [];
    const line = { ...blank(duty), absence: absence.id, account: ruled.ruling, ...ruled.counted };
    return [{ ...line, late: ruled.late, policy: ruled.policy.id, minutes }];
  });
}

/** The part of an absence within its duty, in two where the authorisation of an emergency expires on the way. */
function stretchesOf({ from, to, reason, event: named }: Absence, { during }: Duty, events: readonly RingfenceEvent[]) {
  const begins = Math.max(from.getTime(), during.from.getTime());
  const ends = Math.min((to ?? during.to).getTime(), during.to.getTime());
  const expires = events.find(({ key }) => key === named)?.authorised?.expires.getTime() ?? 0;
  const cut = Math.min(Math.ceil(expires / MINUTE) * MINUTE, ends);
  if (reason !== 'major-emergency' || cut <= begins) {
    const begun = reason === 'major-emergency' && expires > 0 ? new Date(begins) : from;
    return [{ begun, minutes: (ends - begins) / MINUTE }];
  }
  return [
    { begun: from, minutes: (cut - begins) / MINUTE },
    { begun: new Date(cut), minutes: (ends - cut) / MINUTE },
  ];
}

function elsewhereLine(duty: Duty, minutes: number): LedgerLine[] {
  if (duty.kind === 'ward' || duty.elsewhere === null || minutes <= 0) return [];
  const { reason, order, event } = duty.elsewhere;
  return [{ ...blank(duty), account: duty.kind, reason, orderedBy: order?.by ?? '', event: event ?? '', minutes }];
}

const minutesOf = ({ from, to }: TimeSpan): number => (to.getTime() - from.getTime()) / MINUTE;

const blank = ({ officer, place, day, postClass, id }: Duty): Omit<LedgerLine, 'account' | 'minutes'> => ({
  officer,
  place,
  month: `${day.slice(0, 7)}-01`,
  day,
  postClass,
  duty: id,
  absence: null,
  reason: '',
  orderedBy: '',
  event: '',
  late: false,
  policy: null,
});
