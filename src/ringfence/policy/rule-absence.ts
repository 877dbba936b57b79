import type { OrderedBy, PolicyInForce, RingfenceEvent } from '../model.ts';
import type { Reason } from '../reasons.ts';
import { lastedMinutes } from './lasted-minutes.ts';
import { policyOn } from './policy-on.ts';
import { ruleCase } from './rule-case.ts';
import type { DutyOfDay, RulingCase, TimeAway, Verdict } from './ruling-rule.ts';

/** What took a rest day: an absence of a duty, or a duty worked elsewhere with its own reason, event and order. */
export interface ChargedTo {
  away: TimeAway;
  duty: DutyOfDay;
}

/** A time away and what it is ruled by. */
export interface Asked {
  absence: TimeAway;
  duty: DutyOfDay;
  /** Adopted policies of the unit. For another reading of the same, give that policy alone. */
  timeline: readonly PolicyInForce[];
  /** The unit's calendar, of every year that an event is named of. */
  events: readonly RingfenceEvent[];
  /** Of a rest day given back: what took the rest day; left out or null where it is not said. */
  charged?: ChargedTo | null;
  /** Other absences of the duty: one response after another counts as one. Left out: none. */
  beside?: readonly TimeAway[];
}

/** How a time away is ruled, and as what it is counted. */
export interface Ruled extends Verdict {
  /** In force on the day of the duty; of a rest day given back, on that of the duty whose order took it. */
  policy: PolicyInForce;
  /** Reason, order and event that it is counted by: of a rest day given back those of the order that took it. */
  counted: { reason: Reason; orderedBy: OrderedBy | ''; event: string };
}

/**
 * Rules a time away by the policy in force on the day that its duty starts. Pure: the same is ruled the same for ever.
 * @example
 * ruleAbsence({ absence, duty, timeline, events }).ruling;                    // 'permitted', by the policy in force
 * ruleAbsence({ absence, duty, timeline: [LITERAL_2017], events }).ruling;    // 'breach', by the literal reading
 */
export function ruleAbsence(asked: Asked): Ruled {
  const { absence: away, duty, timeline, charged = null } = asked;
  const policy = policyOn(timeline, duty.day);
  const chargedRuling = away.reason === 'rest-day-given-back' && charged !== null ? ruleCharged(charged, asked) : null;
  const verdict = ruleCase({ ...caseOf(asked, policy), charged: chargedRuling });
  if (chargedRuling !== null) {
    return { ...verdict, policy: chargedRuling.policy, counted: chargedRuling.counted };
  }
  return { ...verdict, policy, counted: countedBy(away) };
}

const countedBy = ({ reason, order, event }: TimeAway): Ruled['counted'] => ({
  reason,
  orderedBy: order?.by ?? '',
  event: event ?? '',
});

const caseOf = ({ absence: away, duty, events, beside = [] }: Asked, policy: PolicyInForce): RulingCase => ({
  away,
  duty,
  policy,
  event: events.find(({ key }) => key === away.event) ?? null,
  lastedMinutes: lastedMinutes(away, beside, duty.during.to),
  charged: null,
});

/**
 * How what took the rest day was ruled; but a response is never short that cost a rest day. A rest day is not charged to
 * another rest day given back.
 */
function ruleCharged({ away, duty }: ChargedTo, { timeline, events }: Asked): Ruled {
  const policy = policyOn(timeline, duty.day);
  const of = caseOf({ absence: away, duty, timeline, events }, policy);
  const longest = Math.max(of.lastedMinutes, policy.policy.shortResponseMinutes);
  return { ...ruleCase({ ...of, lastedMinutes: longest }), policy, counted: countedBy(away) };
}
