import type { FunnelLimits } from './model.ts';
import { type CountAt, chanceOfAtLeast, chanceOfAtMost, lowerQuantile, upperQuantile } from './tails.ts';

/**
 * Two-sided chance of a count as far from what is expected as this one: twice the smaller tail, at most 1.
 * @param count whole, ≥ 0
 */
export function exactChance(at: CountAt, count: number): number {
  return Math.min(1, 2 * Math.min(chanceOfAtMost(at, count), chanceOfAtLeast(at, count)));
}

/**
 * Counts on or beyond which {@link exactChance} is at most `outside`: a whole count lies there exactly when the test says so,
 * and between whole counts the limits run smoothly, so that a funnel can be drawn of them.
 * @param outside share of counts outside both limits together, such as 0.05; at most that many lie outside
 */
export function exactLimits(at: CountAt, outside: number): FunnelLimits {
  const tail = outside / 2;
  const beyond = upperQuantile(at, tail) + 1;
  const upper = where((count) => chanceOfAtLeast(at, count) <= tail, beyond - 1, beyond);
  const within = lowerQuantile(at, tail);
  const lower = within === 0 ? 0 : where((count) => chanceOfAtMost(at, count) > tail, within - 1, within);
  return { lower, upper };
}

/**
 * Smallest counts whose cumulative chance reaches half of `outside`, and all but half of it: fewer, or more, lie outside.
 * @returns whole counts
 */
export function wholeLimits(at: CountAt, outside: number): FunnelLimits {
  return { lower: lowerQuantile(at, outside / 2), upper: upperQuantile(at, outside / 2) };
}

/**
 * Limits between two whole counts, in the proportion in which their cumulative chances lie around the share wanted. A unit on
 * them lies outside about as often as wanted, now more and now less, where {@link exactLimits} promise at most.
 * @source Spiegelhalter (2005), Funnel plots for comparing institutional performance, Statistics in Medicine 24, appendix
 *   A.1, doi:10.1002/sim.1970
 */
export function interpolatedLimits(at: CountAt, outside: number): FunnelLimits {
  const tail = outside / 2;
  const [low, high] = [lowerQuantile(at, tail), upperQuantile(at, tail)];
  const [toLow, pastHigh] = [chanceOfAtMost(at, low), chanceOfAtLeast(at, high + 1)];
  return {
    lower: Math.max(0, low - (toLow - tail) / (toLow - chanceOfAtMost(at, low - 1))),
    upper: high - (tail - pastHigh) / (chanceOfAtLeast(at, high) - pastHigh),
  };
}

const HALVINGS = 60;

/** The place between two at which something that was not so becomes so, and stays so. */
function where(isSo: (place: number) => boolean, from: number, to: number): number {
  let [not, so] = [from, to];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (not + so) / 2;
    if (isSo(middle)) so = middle;
    else not = middle;
  }
  return so;
}
