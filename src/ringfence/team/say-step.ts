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
  const until = to === null ? 'without an end yet' : `to ${sayAt(to, now)}`;
  return `${WORDS[step]}: ${sayReason(reason)} from ${sayAt(from, now)} ${until}, ${byOrderOf(order)}.`;
}
