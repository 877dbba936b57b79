import { monthName } from '../../lib/calendar/month.ts';
import { certaintyOf } from './certainty.ts';
import type { OutcomeFigures } from './model.ts';

/** Harm or benefit that was called at a look, where all the months together cannot tell; null where there is none such. */
export function sayCalled(outcome: OutcomeFigures): string | null {
  if (certaintyOf(outcome) === 'clear') return null;
  const crossed = outcome.looks.find(({ state }) => state === 'harm boundary crossed' || state === 'benefit shown');
  if (crossed === undefined) return null;
  const what = crossed.state === 'benefit shown' ? 'Benefit' : 'Harm';
  return `${what} was called by the stop rule on the figures to ${monthName(crossed.month)}, and that stands.`;
}
