import { nextDay } from '../../lib/calendar/london-span.ts';
import { longDate } from '../../ui/long-date.ts';
import { moment } from '../../ui/moment.ts';
import type { RingfenceEvent } from '../model.ts';

/** "30 and 31 August 2026", "31 December 2026", "3 to 5 August 2026", "31 August and 1 September 2026": the days of an event. */
export function sayDays({ firstDay, lastDay }: Pick<RingfenceEvent, 'firstDay' | 'lastDay'>): string {
  if (firstDay === lastDay) return longDate(firstDay);
  const between = nextDay(firstDay) === lastDay ? 'and' : 'to';
  const [day = '', month = '', year = ''] = longDate(firstDay).split(' ');
  const shared = firstDay.slice(0, 7) === lastDay.slice(0, 7) ? [day] : [day, month];
  const first = firstDay.slice(0, 4) === lastDay.slice(0, 4) ? shared : [day, month, year];
  return `${first.join(' ')} ${between} ${longDate(lastDay)}`;
}

/** What became of an event by a day: it exempts nothing once it is called off. */
export function sayHeld({ calledOff, lastDay }: Pick<RingfenceEvent, 'calledOff' | 'lastDay'>, today: string): string {
  if (calledOff !== null) return `Called off. ${calledOff}`;
  return lastDay < today ? 'Held' : 'On the calendar';
}

/** Who authorised an emergency and until when it holds; empty for the yearly events. */
export function sayAuthorised({ authorised }: Pick<RingfenceEvent, 'authorised'>): string {
  if (authorised === null) return '';
  return `Authorised by a ${authorised.rank} on ${moment(authorised.at)}, until ${moment(authorised.expires)}.`;
}

/** "Notting Hill Carnival 2026": an event in a list to choose from, with its first day where its name has no year. */
export const eventChoice = ({ key, name, firstDay }: Pick<RingfenceEvent, 'key' | 'name' | 'firstDay'>) => ({
  value: key,
  text: name.endsWith(firstDay.slice(0, 4)) ? name : `${name}, ${longDate(firstDay)}`,
});
