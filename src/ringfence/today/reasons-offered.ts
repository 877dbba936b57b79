import { REASONS, type Reason } from '../reasons.ts';
import { sayOrderedBy } from '../team/say-ordered-by.ts';
import type { DutyToday } from './model.ts';
import { usualOrder } from './usual-order.ts';

type OfDuty = Pick<DutyToday, 'events' | 'permitted' | 'wardWork' | 'shortResponseMinutes' | 'orderedBy'>;

/** One reason as it is tapped. */
export interface OfferedReason {
  /** As a form sends it: "custody", or "event carnival-2026". */
  choice: string;
  reason: Reason;
  event: string | null;
  title: string;
  /** What it counts as where that is no breach: "permitted", "kept"; empty otherwise. */
  counts: string;
  /** Who is taken to have ordered it where the officer says nothing of that: "the training unit"; empty for nobody. */
  by: string;
}

interface ReasonGroup {
  title: string;
  reasons: readonly OfferedReason[];
}

const GROUPS: readonly { title: string; reasons: readonly Reason[] }[] = [
  { title: 'Other police work', reasons: ['response', 'staffing-up', 'custody', 'constant-watch', 'scene-guard'] },
  { title: 'Aid', reasons: ['aid-borough', 'aid-unit', 'aid-force', 'aid-other-force', 'cover-ward'] },
  {
    title: 'Court, training and your own',
    reasons: ['court-own-case', 'court-other', 'training', 'union', 'occupational-health'],
  },
  { title: 'Or else', reasons: ['ward-work', 'other'] },
];

/**
 * What an officer may tap, grouped, the commonest group first. A named event is offered only on a day on which there is
 * one, because it is no exception on any other; what lasts for days, and a rest day given back, is recorded by hand.
 */
export function reasonsOffered(duty: OfDuty): ReasonGroup[] {
  const counts = (reason: Reason): string => {
    if (duty.permitted.includes(reason)) return 'permitted';
    if (duty.wardWork.includes(reason)) return 'kept';
    return reason === 'response' ? `kept if under ${duty.shortResponseMinutes} minutes` : '';
  };
  const byOf = (reason: Reason): string => {
    const by = usualOrder(reason, duty.orderedBy);
    return by === null ? '' : sayOrderedBy(by);
  };
  const events = duty.events.map(({ key, name, reason }) => ({
    ...{
      choice: `${reason} ${key}`,
      reason,
      event: key,
      title: name,
      counts: 'exception, if ordered',
      by: byOf(reason),
    },
  }));
  const groups = GROUPS.map(({ title, reasons }) => ({
    title,
    reasons: reasons.map((reason) => ({
      choice: reason,
      reason,
      event: null,
      title: titleOf(reason),
      counts: counts(reason),
      by: byOf(reason),
    })),
  }));
  return events.length === 0 ? groups : [{ title: 'Today’s named events', reasons: events }, ...groups];
}

/** Reads a choice that a form sent; null where it is none that was offered. */
export function readChoice(choice: string, duty: OfDuty): { reason: Reason; event: string | null } | null {
  const offered = reasonsOffered(duty).flatMap(({ reasons }) => reasons);
  const found = offered.find((each) => each.choice === choice);
  return found === undefined ? null : { reason: found.reason, event: found.event };
}

/** As officers say it of themselves. */
const titleOf = (reason: Reason): string =>
  (REASONS.find((each) => each.reason === reason)?.title ?? reason).replace('their own', 'my own');
