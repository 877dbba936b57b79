import type { OutcomeEstimate } from '../model.ts';
import type { OutcomeFigures } from './model.ts';

/**
 * What an estimate can bear: 'clear' where its range, of 95 % or more, leaves out zero, its chance by lot is at most 1 in 20,
 * and allowing for the other outcomes does not undo that;
 * 'clear alone' where it does; 'could be chance' where the range takes in zero; 'no range' where none can be given.
 */
export type Certainty = 'clear' | 'clear alone' | 'could be chance' | 'no range';

/** Judges the estimate that the state goes by, all outcomes of its group allowed for. */
export function certaintyOf({ primary, adjustedP }: Pick<OutcomeFigures, 'primary' | 'adjustedP'>): Certainty {
  const alone = certaintyAlone(primary?.interval ?? null);
  // A range that leaves out zero has a chance by lot of at most what its level leaves over: 1 in 20 or less.
  return alone !== 'clear' || atMostOneIn20(adjustedP) ? alone : 'clear alone';
}

const atMostOneIn20 = (chance: number | null): boolean => chance === null || chance <= 0.05 + 1e-9;

/** Judges one range by itself: one of a level below 95 %, where areas are too few for more, makes nothing clear. */
export function certaintyAlone(interval: OutcomeEstimate['interval']): Exclude<Certainty, 'clear alone'> {
  if (interval === null) return 'no range';
  const isSure = interval.level >= 0.95 - 1e-9;
  return isSure && (interval.low > 0 || interval.high < 0) ? 'clear' : 'could be chance';
}
