import type { Absence, Duty, OrderedBy, RingfenceEvent, RingfencePolicy } from '../model.ts';
import { REASONS } from '../reasons.ts';
import { OWN_UNCOUNTED } from '../team/say-uncounted.ts';
import type { DutyToday, EventToday } from './model.ts';
import { sayRule } from './say-rule.ts';

/** What is known of a duty of today. */
export interface DutyInRecords {
  duty: Duty;
  /** false: the post book has no post in the ward for it, and it counts in no ward. */
  counted: boolean;
  /** Name of its ward. */
  ward: string;
  /** Of this duty or others. */
  absences: readonly Absence[];
  /** In force on the day of the duty. */
  policy: RingfencePolicy;
  events: readonly RingfenceEvent[];
  lastOrder: OrderedBy | null;
}

/** One's own duty as the page shows it and a phone keeps it: nothing that is not of the day is in it. */
export function dutyTodayOf({ duty, counted, ward, absences, policy, events, lastOrder }: DutyInRecords): DutyToday {
  const ruled = (ruling: string) =>
    REASONS.map(({ reason }) => reason).filter((reason) => policy.rulings[reason] === ruling);
  const own = absences.filter((absence) => absence.duty === duty.id && absence.standing !== 'withdrawn');
  return {
    duty: duty.id,
    day: duty.day,
    ward,
    from: duty.during.from.toISOString(),
    to: duty.during.to.toISOString(),
    absences: own
      .map(({ id, from, to, reason, event, order }) => ({
        ...{ id, from: from.toISOString(), to: to?.toISOString() ?? null, reason, event },
        orderedBy: order?.by ?? null,
      }))
      .toSorted((a, b) => a.from.localeCompare(b.from)),
    events: events.filter((event) => isOn(event, duty.day)).map(eventToday),
    rule: counted ? sayRule(policy, duty.postClass) : OWN_UNCOUNTED,
    ringFenced: policy.classes[duty.postClass] === 'ring-fenced',
    shortResponseMinutes: policy.shortResponseMinutes,
    permitted: ruled('permitted'),
    wardWork: ruled('kept'),
    orderedBy: lastOrder,
    synthetic: duty.synthetic,
  };
}

/** An event that was called off exempts nothing, and is not offered. */
const isOn = ({ firstDay, lastDay, calledOff }: RingfenceEvent, day: string): boolean =>
  calledOff === null && firstDay <= day && day <= lastDay;

const eventToday = ({ key, name, kind }: RingfenceEvent): EventToday => ({
  ...{ key, name },
  reason: kind === 'major-emergency' ? 'major-emergency' : 'event',
});
