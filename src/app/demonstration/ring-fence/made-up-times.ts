import { nextDay } from '../../../lib/calendar/london-span.ts';
import { seededRandom } from '../../../lib/statistics/random.ts';
import type { MadeUpTime } from '../../../ringfence/index.ts';
import { type EventOfDay, madeUpDay } from './made-up-day.ts';
import type { WardTurn } from './ward-turns.ts';

/** Part of the duties that were worked whose sergeant has confirmed them. */
const CONFIRMED = 0.93;

/**
 * What every made-up ward officer does from the first day to the last, both included.
 * @param given.confirmedBefore first day of which nobody has confirmed anything yet
 * @param given.eventOn the named event of a day; null on others
 */
export function madeUpTimes(given: {
  turns: readonly WardTurn[];
  from: string;
  to: string;
  confirmedBefore: string;
  eventOn: (day: string) => EventOfDay | null;
}): MadeUpTime[] {
  const { turns, from, to, confirmedBefore, eventOn } = given;
  const times: MadeUpTime[] = [];
  for (let day = from; day <= to; day = nextDay(day)) {
    const event = eventOn(day);
    for (const turn of turns) {
      if (turn.from > day || (turn.until !== null && turn.until <= day)) continue;
      const did = madeUpDay(turn, day, event);
      if (did.kind === 'rest') continue;
      const { officer, boroughCode, wardCode, boundaryVersion, postClass } = turn;
      const whose = { officer, boroughCode, wardCode, boundaryVersion, postClass, day };
      if (did.kind === 'leave') times.push({ ...whose, did });
      else {
        const { start, end, absences: away } = did;
        const confirmed = day < confirmedBefore && isConfirmed(turn, day);
        times.push({ ...whose, did: { kind: 'duty', start, end, confirmed, away } });
      }
    }
  }
  return times;
}

const isConfirmed = ({ index }: WardTurn, day: string): boolean =>
  seededRandom(index * 7_919 + Number(day.replaceAll('-', '')))() < CONFIRMED;

/**
 * The times with a duty for one officer now, so that whoever looks round as them finds one: eight hours from the hour before,
 * in place of what that day would have been.
 * @param now.day  London day
 * @param now.hour hour of London's clock, 0 to 23
 */
export function onDutyNow(
  times: readonly MadeUpTime[],
  turn: WardTurn,
  now: { day: string; hour: number },
): MadeUpTime[] {
  const starts = Math.max(0, now.hour - 1);
  const clock = (hour: number) => `${String(hour % 24).padStart(2, '0')}:00`;
  const { officer, boroughCode, wardCode, boundaryVersion, postClass } = turn;
  const did = { kind: 'duty', start: clock(starts), end: clock(starts + 8), confirmed: false, away: [] } as const;
  const rest = times.filter((time) => time.officer !== officer || time.day !== now.day);
  return [...rest, { officer, boroughCode, wardCode, boundaryVersion, postClass, day: now.day, did }];
}
