import { londonTime } from '../../lib/calendar/london-time.ts';
import type { Absence } from '../model.ts';
import { sayReason } from './say-reason.ts';
import { sayAt } from './say-times.ts';
import { byOrderOf } from './say-where.ts';

const WORDS = {
  recorded: 'Recorded',
  returned: 'Back',
  ordered: 'Order added',
  corrected: 'Corrected',
  confirmed: 'Confirmed',
  disputed: 'Disputed',
  withdrawn: 'Withdrawn',
} as const;

/** A step of an absence and how it left it: "Recorded: Custody from 15:10 to 16:00, by order of the duty inspector." */
export function sayStep(
  step: keyof typeof WORDS,
  { from, to, reason, order }: Pick<Absence, 'from' | 'to' | 'reason' | 'order'>,
  now: Date,
): string {
  return `${WORDS[step]}: ${sayReason(reason)} ${sayFromTo({ from, to }, now)}, ${byOrderOf(order)}.`;
}

/** A day that both ends share is said once. */
function sayFromTo({ from, to }: Pick<Absence, 'from' | 'to'>, now: Date): string {
  if (to === null) return `from ${sayAt(from, now)} without an end yet`;
  const [start, end] = [londonTime(from), londonTime(to)];
  return `from ${start.date === end.date ? start.time : sayAt(from, now)} to ${sayAt(to, now)}`;
}
