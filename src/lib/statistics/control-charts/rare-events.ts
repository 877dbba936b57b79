import { InvalidArgument } from '../../invalid-argument.ts';
import type { Limits } from './model.ts';
import { NEAR_TAIL, TAIL } from './sigma-tails.ts';
import { xmrLimits } from './xmr-limits.ts';

/**
 * Lines of a chart of how many came between rare events (g-chart), such as months without any between months with some.
 * The numbers are taken for geometric; limits are exact: at most 0.135 % lie above the upper one. The centre is the median,
 * so that as many numbers are expected on either side of it as whole numbers allow. Nothing lies below the lower limit
 * where even none in between is not that rare.
 * @param between whole numbers ≥ 0, the baseline's
 * @returns lines, and the chance of an event each time
 * @throws InvalidArgument when there are fewer than two numbers
 * @source Kaminsky et al. (1992), Statistical control charts based on a geometric distribution,
 *   doi:10.1080/00224065.1992.12015229; limits by probability
 */
export function gChartLines(between: readonly number[]): { limits: Limits; chance: number } {
  if (between.length < 2) throw new InvalidArgument('Limits need at least two numbers between events.');
  const all = between.reduce((sum, each) => sum + each, 0);
  // One less than the count of events: the share of events itself is too large on average.
  const chance = (between.length - 1) / (between.length + all - 1);
  return { limits: geometricLimits(chance), chance };
}

/** The lines for a known chance of an event each time, above 0 and at most 1. */
export function geometricLimits(chance: number): Limits {
  // P(more than x) = (1 − chance)^(x + 1).
  const upperAt = (tail: number) =>
    chance >= 1 ? 0 : Math.max(0, Math.ceil(Math.log(tail) / Math.log1p(-chance) - 1 - 1e-12));
  // Least x with P(x or fewer) above the tail: anything below it is that rare.
  const lowerAt = (tail: number) =>
    chance >= 1 ? 0 : Math.max(0, Math.floor(Math.log1p(-tail) / Math.log1p(-chance) + 1e-12));
  return {
    centre: upperAt(0.5),
    lower: lowerAt(TAIL),
    upper: upperAt(TAIL),
    lowerTwoThirds: lowerAt(NEAR_TAIL),
    upperTwoThirds: upperAt(NEAR_TAIL),
  };
}

/** The power by which exponential times become nearly normal. */
const NELSON = 1 / 3.6;

/**
 * Lines of a chart of the time between rare events (t-chart): times are raised to the power 1/3.6, which makes exponential
 * times nearly normal (a Weibull distribution of shape 3.6); the lines of a chart of single values are drawn there and
 * brought back. A lower line below none is none.
 * @param times between events, ≥ 0, the baseline's, in any unit of time
 * @throws InvalidArgument when there is none, or one is negative
 * @source Nelson (1994), A control chart for parts-per-million nonconforming items,
 *   doi:10.1080/00224065.1994.11979529
 */
export function tChartLines(times: readonly number[]): Limits {
  if (times.some((time) => !(time >= 0))) throw new InvalidArgument('A time between events is not negative.');
  const limits = xmrLimits(
    times.map((time) => time ** NELSON),
    false,
  );
  const back = (value: number) => Math.max(0, value) ** (1 / NELSON);
  return {
    centre: back(limits.centre),
    lower: back(limits.lower),
    upper: back(limits.upper),
    lowerTwoThirds: back(limits.lowerTwoThirds),
    upperTwoThirds: back(limits.upperTwoThirds),
  };
}
