import { binomialLower, binomialProbability, binomialUpper } from '../distributions/index.ts';
import { type CountComparison, type CountOptions, rateQuestion, rateRatio } from './rate-question.ts';

/**
 * Compares two Poisson counts like `compareCounts`, but counts only half the chance of the very counts seen: closer to the
 * stated rate on average where counts are small, at the price of now and then rejecting a true ratio more often than said.
 * @param current  events of the current period, whole ≥ 0
 * @param previous events of the previous period, whole ≥ 0
 * @throws InvalidArgument when a count, an exposure, the ratio or the level is out of range
 * @source Lancaster (1961), doi:10.1080/01621459.1961.10482105; Fagerland, Lydersen and Laake (2017), Statistical Analysis
 * of Contingency Tables
 */
export function compareCountsMidP(current: number, previous: number, options: CountOptions = {}): CountComparison {
  const question = rateQuestion(current, previous, options);
  const { share, exposureRatio, level } = question;
  const events = current + previous;
  const half = binomialProbability(current, events, share) / 2;
  const smallerTail = Math.min(
    binomialLower(current, events, share) - half,
    binomialUpper(current, events, share) - half,
  );
  const tail = (1 - level) / 2;
  return {
    pValue: Math.min(1, 2 * smallerTail),
    ratio: rateRatio(question),
    interval: [exposureRatio / oddsWhere(tail, previous, current), exposureRatio * oddsWhere(tail, current, previous)],
  };
}

/**
 * Odds of a hit at which the lower mid-p tail of `hits` among hits + misses is `tail`: by Newton's steps on the logarithm
 * of the tail over the logarithm of the odds, where it is concave. Infinity without misses.
 */
function oddsWhere(tail: number, hits: number, misses: number): number {
  if (misses === 0) return Number.POSITIVE_INFINITY;
  const events = hits + misses;
  if (hits === 0) return Math.expm1(-Math.log(2 * tail) / events);
  let logOdds = Math.log((hits + 0.5) / (misses + 0.5)) + 2 * Math.sqrt(1 / hits + 1 / misses);
  for (let step = 0; step < 100; step += 1) {
    const share = 1 / (1 + Math.exp(-logOdds));
    const half = binomialProbability(hits, events, share) / 2;
    const reached = binomialLower(hits, events, share) - half;
    const slope = -half * (misses * share + hits * (1 - share));
    const move = (reached / slope) * Math.log(tail / reached);
    logOdds += move;
    if (Math.abs(move) < 1e-13) break;
  }
  return Math.exp(logOdds);
}
