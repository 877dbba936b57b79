import type { Absence, Duty, PolicyInForce, RingfenceEvent, Ruling } from '../model.ts';

/** A time away, as rules see it: of an absence, or of a duty worked elsewhere. */
export type TimeAway = Pick<Absence, 'from' | 'to' | 'reason' | 'event' | 'order'>;

/** A duty, as rules see it. */
export type DutyOfDay = Pick<Duty, 'day' | 'during' | 'postClass'>;

/** What a time away comes to, and why: one sentence. */
export interface Verdict {
  ruling: Ruling;
  because: string;
  /** An exception that was authorised or ordered after it had begun. */
  late: boolean;
}

/** One time away with everything that decides how it is ruled. */
export interface RulingCase {
  away: TimeAway;
  duty: DutyOfDay;
  /** In force on the duty's day. */
  policy: PolicyInForce;
  /** The event that it names; null where it names none, or one that the calendar does not have. */
  event: RingfenceEvent | null;
  /** Minutes that it lasted, with what follows it for the same reason without a minute between; until the duty's end while it is open. */
  lastedMinutes: number;
  /** Of a rest day given back: how the order that took the rest day was ruled; null where it is not said which. */
  charged: Verdict | null;
}

/** One rule of the ring-fence. One file each under rules/. */
export interface RulingRule {
  /** The name of its file. */
  name: string;
  /** One plain sentence. */
  sentence: string;
  source: string;
  /** The verdict after it: the one that it was given, where it is not about the case. */
  rule(of: RulingCase, before: Verdict): Verdict;
}

/** The ring-fence is kept to, save for its exceptions. */
export const PROMISE_2017 = 'Mayor’s Question Time, “Neighbourhood Policing”, 18 January 2017';
export const OWN = 'Wardroom: how the promise is read where it says nothing; each unit may adopt its own policy';

/** An exception that fails for a reason is a breach. */
export const isBreach = (because: string): Verdict => ({ ruling: 'breach', because, late: false });
