import { monthName, parseMonth } from '../../lib/calendar/month.ts';
import { countWords } from '../../ui/count-words.ts';
import { longDate } from '../../ui/long-date.ts';
import type { Absence } from '../model.ts';
import { sayOrderedBy } from '../team/say-ordered-by.ts';
import { sayReason } from '../team/say-reason.ts';
import { sayAt } from '../team/say-times.ts';

/** "from 15:10 to 16:02 as Aid elsewhere in the force", and without an end "from 15:10 as Aid elsewhere in the force". */
export function sayTimeAway({ from, to, reason }: Pick<Absence, 'from' | 'to' | 'reason'>, now: Date): string {
  const until = to === null ? '' : ` to ${sayAt(to, now)}`;
  return `from ${sayAt(from, now)}${until} as ${sayReason(reason)}`;
}

/** What was recorded: "Recorded: called away from 15:10 as Custody, ordered by the duty inspector." */
export function sayRecorded(absence: Pick<Absence, 'from' | 'to' | 'reason' | 'order'>, now: Date): string {
  const order = absence.order === null ? '' : `, ordered by ${sayOrderedBy(absence.order.by)}`;
  return `Recorded: called away ${sayTimeAway(absence, now)}${order}.`;
}

/** That somebody was faster, and what to do where it is not the same. */
export function sayAlready(absence: Pick<Absence, 'from' | 'to' | 'reason'>, now: Date): string {
  const away = absence.to === null ? 'come back from it first' : 'choose another time';
  return `Already recorded ${sayTimeAway(absence, now)}: correct that if it is wrong, or ${away} if this is another.`;
}

/** "Back at 16:02, after 52 minutes away." */
export function sayBack({ from, to }: { from: Date; to: Date }, now: Date): string {
  const minutes = Math.round((to.getTime() - from.getTime()) / 60_000);
  return `Back at ${sayAt(to, now)}, after ${countWords(minutes, 'minute')} away.`;
}

/** When what is written of a closed month comes out. */
export function sayAfterClose(day: string, comesOutOn: string): string {
  const month = monthName(parseMonth(day.slice(0, 7)));
  return `${month} is closed: this is kept, and comes out with the next revision of its report on ${longDate(comesOutOn)}.`;
}

/** To whoever ordered an absence. */
export const OWN_ORDER =
  'This absence was by your own order, so another sergeant or an inspector confirms or corrects it: ask one, or dispute it.';
