import { InvalidArgument } from '../../invalid-argument.ts';
import { expectedAtSignal, logLikelihoodRatio, signallingCount } from './log-likelihood-ratio.ts';
import { type CountsSoFar, followCounts, NO_COUNTS, sumOf } from './poisson-paths.ts';

/** A sequential test of rare events, each counted as it happens. */
export interface ContinuousMaxSprt {
  /** Events expected without any change by the end, > 0. */
  expectedInAll: number;
  /** Events without which nothing is called, whole ≥ 1. */
  minimumEvents: number;
}

/** What a test does if events are so many times as frequent as expected. */
export interface Performance {
  /** Chance of a signal. */
  power: number;
  /** Average time to it where there is one, in events expected without a change. */
  timeToSignal: number;
  /** Average time until a signal or the end, in the same. */
  timeInAll: number;
}

/**
 * The critical value of the log-likelihood ratio at which the chance of a signal is a given rate though nothing changed.
 * Exact for Poisson counts, by following the chance of each count from one signalling point to the next.
 * @param rate in (0, 1)
 * @throws InvalidArgument when an argument is out of range, or even the smallest value keeps within the rate
 * @source Kulldorff et al. (2011), doi:10.1080/07474946.2011.539924; minimum events: Kulldorff and Silva (2017), REVSTAT
 * 15, 373
 */
export function criticalValue(test: ContinuousMaxSprt, rate: number): number {
  requireTest(test, rate);
  const excess = (critical: number) => maxSprtPerformance(test, critical, 1).power - rate;
  if (excess(LEAST_CRITICAL) <= 0)
    throw new InvalidArgument(
      `with ${test.minimumEvents} events needed of ${test.expectedInAll} expected a signal is rarer than ${rate} at any critical value`,
    );
  return crossingOf(excess);
}

/** What the continuous test does under a relative risk. */
export function maxSprtPerformance(test: ContinuousMaxSprt, critical: number, relativeRisk: number): Performance {
  let state: CountsSoFar = NO_COUNTS;
  let spent = 0;
  for (let count = test.minimumEvents; state.expected < test.expectedInAll; count += 1) {
    const until = Math.min(expectedAtSignal(count, critical), test.expectedInAll);
    const step = followCounts(state, until, count, relativeRisk);
    spent += step.spent;
    state = step.left;
  }
  const power = 1 - sumOf(state.chances);
  return { power, timeToSignal: (spent - (1 - power) * test.expectedInAll) / power, timeInAll: spent };
}

/** A sequential test of rare events at looks. */
export interface GroupedMaxSprt {
  /** Events expected without any change by each look, from the start; rising, > 0. */
  expected: readonly number[];
  minimumEvents: number;
}

/**
 * Chance that any look signals under a relative risk. Exact for Poisson counts.
 * @throws InvalidArgument when expected events do not rise
 */
export function groupedSignalChance(test: GroupedMaxSprt, critical: number, relativeRisk: number): number {
  requireRising(test.expected);
  const left = test.expected.reduce<CountsSoFar>(
    (state, expected) =>
      followCounts(state, expected, signallingCount(expected, critical, test.minimumEvents), relativeRisk).left,
    NO_COUNTS,
  );
  return 1 - sumOf(left.chances);
}

/**
 * The smallest critical value that keeps the chance of a signal at any look within the rate though nothing changed. Counts
 * go by steps, so that it is one of their log-likelihood ratios, and the chance is below the rate as a rule.
 * @returns critical: reached, not exceeded, to signal; rate: the chance that it has
 * @throws InvalidArgument when an argument is out of range
 */
export function groupedCriticalValue(test: GroupedMaxSprt, rate: number): { critical: number; rate: number } {
  requireRising(test.expected);
  const within = (critical: number) => groupedSignalChance(test, critical, 1) <= rate;
  const bound = crossingOf((critical) => (within(critical) ? -1 : 1));
  const reached = test.expected.flatMap((expected) => {
    const count = signallingCount(expected, bound * (1 - 1e-9), test.minimumEvents);
    return [count, count + 1].map((each) => logLikelihoodRatio(each, expected));
  });
  const critical = Math.min(...reached.filter(within));
  return { critical, rate: groupedSignalChance(test, critical, 1) };
}

/** The smallest critical value that is tried. */
const LEAST_CRITICAL = 1e-6;

/** Where a falling function of the critical value crosses zero. */
function crossingOf(excess: (critical: number) => number): number {
  let [low, high] = [LEAST_CRITICAL, 40];
  for (let step = 0; step < 60 && high - low > 1e-11; step += 1) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function requireTest({ expectedInAll, minimumEvents }: ContinuousMaxSprt, rate: number): void {
  if (!(rate > 0 && rate < 1)) throw new InvalidArgument(`an error rate lies between 0 and 1, not ${rate}`);
  if (!(expectedInAll > 0)) throw new InvalidArgument(`events expected are above 0, not ${expectedInAll}`);
  if (!(Number.isInteger(minimumEvents) && minimumEvents >= 1))
    throw new InvalidArgument(`events needed are a whole number from 1, not ${minimumEvents}`);
}

function requireRising(expected: readonly number[]): void {
  if (!expected.every((events, look) => events > (expected[look - 1] ?? 0)))
    throw new InvalidArgument(`events expected rise from look to look, not ${expected.join(', ')}`);
}
