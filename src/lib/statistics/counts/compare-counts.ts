import { betaQuantile, binomialLower, binomialUpper } from '../distributions/index.ts';
import { type CountComparison, type CountOptions, rateQuestion, rateRatio } from './rate-question.ts';

/**
 * Compares two Poisson counts exactly: given their sum, the current one is binomial. Central: twice the smaller tail.
 *
 * Assumes that events come one by one, each count Poisson; real years of crime vary more (`dispersion/`). The test and the
 * interval agree: the interval leaves out the ratios that the test rejects. Never rejects a true ratio more often than
 * said, and small counts less often.
 * @param current  events of the current period, whole ≥ 0
 * @param previous events of the previous period, whole ≥ 0
 * @throws InvalidArgument when a count, an exposure, the ratio or the level is out of range
 * @source Przyborowski and Wilenski (1940), doi:10.1093/biomet/31.3-4.313; interval: Clopper and Pearson (1934),
 * doi:10.1093/biomet/26.4.404
 * @example compareCounts(5, 16).pValue // 0.0266
 */
export function compareCounts(current: number, previous: number, options: CountOptions = {}): CountComparison {
  const question = rateQuestion(current, previous, options);
  const { share, exposureRatio, level } = question;
  const events = current + previous;
  const smallerTail = Math.min(binomialLower(current, events, share), binomialUpper(current, events, share));
  const tail = (1 - level) / 2;
  const lower = oddsAbove(tail, current, previous + 1);
  const upper = 1 / oddsAbove(tail, previous, current + 1);
  return {
    pValue: Math.min(1, 2 * smallerTail),
    ratio: rateRatio(question),
    interval: [lower * exposureRatio, upper * exposureRatio],
  };
}

/** Odds x / (1 − x) at which P(X ≤ x) = tail for a beta distribution; 0 for a first shape of 0. */
function oddsAbove(tail: number, a: number, b: number): number {
  if (a === 0) return 0;
  const x = betaQuantile(tail, a, b);
  return x / (1 - x);
}
