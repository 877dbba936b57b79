import { poissonProbability } from '../distributions/index.ts';
import { type CountOptions, type RateQuestion, rateQuestion, rateRatio } from './rate-question.ts';

/** Options of an E-test. */
export interface ETestOptions extends Pick<CountOptions, 'exposure' | 'ratio'> {
  /** Variance of the difference under the ratio put to the test (score) or as estimated freely (wald); wald if left out. */
  statistic?: 'score' | 'wald';
}

/**
 * Compares two Poisson counts without conditioning on their sum: the chance, under rates estimated from both, of a
 * difference as many standard errors away. Rejects oftener than the exact test where counts are small, and may reject a
 * true ratio slightly more often than said.
 *
 * Exact but for terms below 1e-16 of the sum. Costs about as many steps as 20 standard deviations of both counts.
 * @param current  events of the current period, whole ≥ 0
 * @param previous events of the previous period, whole ≥ 0
 * @throws InvalidArgument when a count, an exposure or the ratio is out of range
 * @source Krishnamoorthy and Thomson (2004), doi:10.1016/S0378-3758(02)00408-1 (wald); Gu, Ng, Tang and Schucany (2008),
 * doi:10.1002/bimj.200710403 (score)
 */
export function eTest(
  current: number,
  previous: number,
  options: ETestOptions = {},
): { pValue: number; ratio: number | null } {
  const question = rateQuestion(current, previous, options);
  const statistic = options.statistic ?? 'wald';
  return { pValue: Math.min(1, chanceAsFar(question, statistic)), ratio: rateRatio(question) };
}

function chanceAsFar(question: RateQuestion, statistic: 'score' | 'wald'): number {
  const { current, previous, share } = question;
  /** Expected current events for each previous one. */
  const odds = question.ratio / question.exposureRatio;
  const variance: Weights = statistic === 'score' ? [odds, odds] : [1, odds * odds];
  const seen = farness(current, previous, odds, variance);
  if (seen === 0) return 1;
  const events = current + previous;
  const reach = Math.sqrt(Math.abs(seen)) + 9;
  const now = poissonWindow(events * share, reach);
  const before = poissonWindow(events * (1 - share), reach);
  // Counts that are as far but for the rounding of a product are as far.
  const bound = Math.abs(seen) * (1 - 1e-12);
  return sumOverRegion(now, before, (a, b) => farness(a, b, odds, variance), bound);
}

type Weights = readonly [number, number];

/** The squared standardised difference, with its sign. */
function farness(current: number, previous: number, odds: number, variance: Weights): number {
  const difference = current - odds * previous;
  if (difference === 0) return 0;
  return (difference * Math.abs(difference)) / (variance[0] * current + variance[1] * previous);
}

interface Window {
  /** Count of the first probability. */
  from: number;
  probabilities: Float64Array;
}

/** Poisson probabilities within so many standard deviations of the mean, the longer upper tail allowed for. */
function poissonWindow(mean: number, reach: number): Window {
  const spread = reach * Math.sqrt(mean);
  const from = Math.max(0, Math.floor(mean - spread));
  const to = Math.ceil(mean + spread + (reach * reach) / 3) + 1;
  const mode = Math.min(to, Math.max(from, Math.floor(mean)));
  const probabilities = new Float64Array(to - from + 1);
  let probability = poissonProbability(mode, mean);
  for (let count = mode; count <= to; count += 1) {
    probabilities[count - from] = probability;
    probability *= mean / (count + 1);
  }
  probability = probabilities[mode - from] ?? 0;
  for (let count = mode; count > from; count -= 1) {
    probability *= count / mean;
    probabilities[count - 1 - from] = probability;
  }
  return { from, probabilities };
}

/**
 * Chance of all pairs whose farness is at least `bound` in either direction. Farness rises with the current count and falls
 * with the previous, so the edges of the region move one way as the current count rises: each is walked once, upwards for
 * few previous events and downwards for many, so that both partial sums begin at their smallest terms.
 */
function sumOverRegion(
  now: Window,
  before: Window,
  far: (current: number, previous: number) => number,
  bound: number,
): number {
  const last = before.probabilities.length - 1;
  let total = 0;
  let few = 0;
  for (let index = 0, next = 0; index < now.probabilities.length; index += 1) {
    const current = now.from + index;
    for (; next <= last && far(current, before.from + next) >= bound; next += 1) few += before.probabilities[next] ?? 0;
    total += few * (now.probabilities[index] ?? 0);
  }
  let many = 0;
  for (let index = now.probabilities.length - 1, next = last; index >= 0; index -= 1) {
    const current = now.from + index;
    for (; next >= 0 && far(current, before.from + next) <= -bound; next -= 1) many += before.probabilities[next] ?? 0;
    total += many * (now.probabilities[index] ?? 0);
  }
  return total;
}
