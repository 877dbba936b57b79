import { londonTime } from '../../lib/calendar/london-time.ts';
import { longDate } from '../../ui/long-date.ts';
import type { PolicyInForce, PostClass, RingfencePolicy, Ruling } from '../model.ts';
import type { Reason } from '../reasons.ts';

const RULINGS: Readonly<Record<Ruling, string>> = {
  kept: 'Kept',
  exception: 'Exception',
  permitted: 'Permitted',
  breach: 'Breach',
  unruled: 'Not ruled',
};

/** "Breach", of what a reason counts as. */
export const sayRuling = (ruling: Ruling): string => RULINGS[ruling];

/** What a reason counts as by a policy: "Breach", "Breach; kept under 30 minutes" of an emergency response. */
export function sayReasonRuling({ rulings, shortResponseMinutes }: RingfencePolicy, reason: Reason): string {
  // Counted as what took the rest day, whatever stands beside it.
  if (reason === 'rest-day-given-back') return 'As the order that took it';
  const ruling = sayRuling(rulings[reason]);
  return reason === 'response' && shortResponseMinutes > 0
    ? `${ruling}; kept under ${shortResponseMinutes} minutes`
    : ruling;
}

const CLASSES: Readonly<Record<PostClass, string>> = {
  floor: 'Officers of the floor',
  extra: 'Officers above the floor',
  pcso: 'PCSOs',
};

/** "Officers of the floor": a class of posts. */
export const sayClass = (postClass: PostClass): string => CLASSES[postClass];

/** What a switch comes to. */
export const saySwitch = (held: RingfencePolicy['classes'][PostClass]): string =>
  held === 'ring-fenced' ? 'Ring-fenced' : 'An aspiration until it is adopted: what would be a breach is not ruled';

/** "in force from 1 January 2017: shipped with Wardroom, until the unit adopts another". */
export function sayInForce({ id, inForceFrom, adoptedAt }: PolicyInForce): string {
  const from = `in force from ${longDate(inForceFrom)}`;
  if (id === null || adoptedAt === null) return `${from}: shipped with Wardroom, until the unit adopts another`;
  return `${from}: adopted by the unit’s command on ${longDate(londonTime(adoptedAt).date)}`;
}
