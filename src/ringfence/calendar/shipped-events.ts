import { dayBefore } from '../../lib/calendar/day-runs.ts';
import type { RingfenceEvent } from '../model.ts';
import { lateAugustHoliday } from './late-august-holiday.ts';

/**
 * Years in which Carnival did not take place on the streets.
 * @source https://accessaa.co.uk/notting-hill-carnival-officially-cancelled-due-to-covid-19/ (2020),
 *   https://www.theguardian.com/culture/2021/jun/18/notting-hill-carnival-taken-off-the-streets-due-to-covid-pandemic (2021)
 */
const CALLED_OFF: Record<number, string> = {
  2020: 'Not held on the streets because of Covid-19: the Carnival’s board, 7 May 2020.',
  2021: 'Not held on the streets because of Covid-19: the Carnival’s board, 18 June 2021.',
};

/**
 * The named exceptions of a year, in order: Carnival on the Sunday and Monday of the late August bank holiday, and New Year's
 * Eve. A duty that starts on New Year's Eve is of it to its end; one that starts on 1 January is not.
 * @source Mayor's Question Time, "Neighbourhood Policing", 18 January 2017, names the two; the days are those on which
 *   Carnival is held by custom
 */
export function shippedEvents(year: number): RingfenceEvent[] {
  const monday = lateAugustHoliday(year);
  const shipped = { authorised: null, entered: false } as const;
  return [
    {
      ...shipped,
      key: `carnival-${year}`,
      kind: 'carnival',
      name: `Notting Hill Carnival ${year}`,
      firstDay: dayBefore(monday),
      lastDay: monday,
      calledOff: CALLED_OFF[year] ?? null,
      source: 'Held on the Sunday and Monday of the late August bank holiday.',
    },
    {
      ...shipped,
      key: `new-years-eve-${year}`,
      kind: 'new-years-eve',
      name: `New Year’s Eve ${year}`,
      firstDay: `${year}-12-31`,
      lastDay: `${year}-12-31`,
      calledOff: null,
      source: 'The night of 31 December.',
    },
  ];
}
