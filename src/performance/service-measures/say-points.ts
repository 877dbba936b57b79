import { wholeNumber } from '../../ui/whole-number.ts';
import type { Verdict } from '../model.ts';
import type { ShareFigure } from './model.ts';

/** What a difference of two shares can bear. */
interface PointsSaid {
  verdict: Verdict;
  words: string;
}

/**
 * What a difference of two shares can bear, for people, in percentage points.
 * @param interval    95 % of the one less the other, −1 to 1
 * @param countsAlone whether the interval knows nothing of how much months differ
 * @example sayPointsChange([-0.009, 0.021], { countsAlone: false }).words // "Could be chance: 0.9 points lower to 2.1 points higher."
 */
export function sayPointsChange([low, high]: [number, number], { countsAlone }: { countsAlone: boolean }): PointsSaid {
  if (low <= 0 && high >= 0) {
    const alone = countsAlone ? ' on the counts alone' : '';
    return { verdict: 'could be chance', words: `Could be chance${alone}: ${sayEnd(low)} to ${sayEnd(high)}.` };
  }
  const [least, most] = low > 0 ? [low, high] : [-high, -low];
  const [word, way] = low > 0 ? ['Higher', 'higher'] : ['Lower', 'lower'];
  const taken = countsAlone ? 'of chance on the counts alone' : 'of chance taken alone';
  return {
    verdict: 'clear',
    words: `${word}, clear ${taken}: between ${points(least)} and ${points(most)} points ${way}.`,
  };
}

/** What is said of shares of too few: the counts, and no percentage. */
export function sayFewOf(current: ShareFigure, previous: ShareFigure): string {
  return `Too few for a percentage. ${sayOf(current)}, against ${sayOf(previous)}.`;
}

const sayOf = ({ successes, trials }: ShareFigure): string => `${wholeNumber(successes)} of ${wholeNumber(trials)}`;

const sayEnd = (end: number): string =>
  end === 0 ? 'as high' : `${points(Math.abs(end))} points ${end < 0 ? 'lower' : 'higher'}`;

/** A share as percentage points: one decimal, but never "0.0". */
const points = (share: number): string => (share * 100 >= 0.05 ? (share * 100).toFixed(1) : 'less than 0.1');
