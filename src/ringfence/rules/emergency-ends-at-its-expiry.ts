import { londonTime } from '../../lib/calendar/london-time.ts';
import { longDate } from '../../ui/long-date.ts';
import { isBreach, OWN, type RulingRule } from '../policy/ruling-rule.ts';

/** An authorisation ends, and a further one is another event. */
export const emergencyEndsAtItsExpiry: RulingRule = {
  name: 'emergency-ends-at-its-expiry',
  sentence: 'A major emergency exempts from its first day until its authorisation expires, and no minute after.',
  source: OWN,
  rule({ away: { from }, event }, before) {
    if (before.ruling !== 'exception' || event === null || event.kind !== 'major-emergency') return before;
    if (londonTime(from).date < event.firstDay)
      return isBreach(`${event.name} began on ${longDate(event.firstDay)}, after they were called away.`);
    if (event.authorised === null || from < event.authorised.expires) return before;
    const { date, time } = londonTime(event.authorised.expires);
    return isBreach(`The authorisation of ${event.name} expired at ${time} on ${longDate(date)}.`);
  },
};
