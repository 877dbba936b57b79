import { longDate } from '../../ui/long-date.ts';
import { isBreach, OWN, type RulingRule } from '../policy/ruling-rule.ts';

/** New Year's Eve lasts until its duties end, and no duty after it is of it. */
export const dutyStartsOnADayOfTheEvent: RulingRule = {
  name: 'duty-starts-on-a-day-of-the-event',
  sentence: 'Carnival and New Year’s Eve exempt the duties that start on their days, to the end of the duty.',
  source: OWN,
  rule({ duty: { day }, event }, before) {
    if (before.ruling !== 'exception' || event === null || event.kind === 'major-emergency') return before;
    if (event.firstDay <= day && day <= event.lastDay) return before;
    return isBreach(`The duty starts on ${longDate(day)}, which is not a day of ${event.name}.`);
  },
};
