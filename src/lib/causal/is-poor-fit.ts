import { median } from '../statistics/median.ts';

/** Share of placebos whose fit is better, and how many times their median error, from which a fit is not believed. */
const SHARE_BETTER = 0.95;
const TIMES_MEDIAN = 2;

/**
 * Whether a fit before the start is too poor to believe what follows: its error is above that of 19 in 20 placebos *and* more
 * than twice their median. Either alone would refuse one good fit in twenty, or any fit among even ones.
 * @param preRmspe root mean squared gap of the treated group before the start
 * @param placebos the same of groups without a treated unit; none: nothing to judge by, so it is not poor
 * @example
 * isPoorFit(5, [1, 1, 2]); // true
 */
export function isPoorFit(preRmspe: number, placebos: readonly number[]): boolean {
  const middle = median(placebos);
  if (middle === null) return false;
  const better = placebos.filter((each) => each < preRmspe).length;
  return better >= SHARE_BETTER * placebos.length && preRmspe > TIMES_MEDIAN * middle;
}
