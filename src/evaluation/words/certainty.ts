import type { OutcomeEstimate } from '../model.ts';
import type { OutcomeFigures } from './model.ts';

/**
 * What an estimate can bear: 'clear' where its range leaves out zero and allowing for the other outcomes does not undo that;
 * 'clear alone' where it does; 'could be chance' where the range takes in zero; 'no range' where none can be given.
 */
export type Certainty = 'clear' | 'clear alone' | 'could be chance' | 'no range';

/** Judges the estimate that the state goes by, all outcomes of its group allowed for. */
export function certaintyOf({ primary, adjustedP }: Pick<OutcomeFigures, 'primary' | 'adjustedP'>): Certainty {
  const alone = certaintyAlone(primary?.interval ?? null);
  if (alone !== 'clear' || adjustedP === null || !primary?.interval) return alone;
  // A p-value that equals what the range leaves over is clear: the range and the test by lot never contradict each other.
  return adjustedP <= 1 - primary.interval.level + 1e-9 ? 'clear' : 'clear alone';
}

/** Judges one range by itself. */
export function certaintyAlone(interval: OutcomeEstimate['interval']): Exclude<Certainty, 'clear alone'> {
  if (interval === null) return 'no range';
  return interval.low > 0 || interval.high < 0 ? 'clear' : 'could be chance';
}
