import { awayNow } from './after-records.ts';
import type { DutyToday, PhoneRecord } from './model.ts';
import { readChoice } from './reasons-offered.ts';
import { orderOf } from './usual-order.ts';

export interface Tap {
  /** Address of the form: "/today/away" or "/today/back". */
  action: string;
  fields: Readonly<Record<string, string>>;
  /** As it stands with everything recorded so far. */
  duty: DutyToday;
  now: Date;
  newId: () => string;
}

/**
 * The record that a tap makes, from now by the phone's clock; null where it makes none: they are away already, or back,
 * or the reason was not offered.
 */
export function recordOfTap({ action, fields, duty, now, newId }: Tap): PhoneRecord | null {
  const away = awayNow(duty);
  const at = now.toISOString();
  if (action === '/today/back')
    return away === null ? null : { id: newId(), kind: 'back', absence: away.id, duty: duty.duty, at };
  const chosen = readChoice(fields.choice ?? '', duty);
  if (action !== '/today/away' || away !== null || chosen === null) return null;
  const orderedBy = orderOf(fields.orderedBy, chosen.reason, duty.orderedBy);
  return {
    ...{ id: newId(), kind: 'away', absence: newId(), duty: duty.duty, at, reason: chosen.reason },
    ...(orderedBy === null ? {} : { orderedBy }),
    ...(chosen.event === null ? {} : { event: chosen.event }),
  };
}
