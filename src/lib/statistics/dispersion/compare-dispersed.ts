import { type RateQuestion, rateQuestion } from '../counts/index.ts';
import { deviancePart } from '../distributions/index.ts';
import type { Dispersion } from './estimate-dispersion.ts';
import { referenceUpper, referenceUpperQuantile } from './reference-distribution.ts';

/**
 * Compares the daily rates of two counts, allowing for the dispersion that the same change had in earlier spans.
 *
 * The deviance of the conditional binomial over the dispersion is judged by the exact distribution of its ratio, for the
 * dispersion is itself an estimate. Test and interval agree.
 * @param current  events of the current span, whole ≥ 0
 * @param previous events of the previous span, whole ≥ 0
 * @param days     in the current and in the previous span, each > 0
 * @param level    share of intervals that hold the true ratio, in (0, 1)
 * @returns two-sided p-value of equal daily rates; interval for current ÷ previous daily rate, its upper end Infinity where
 * the previous count is 0
 * @throws InvalidArgument when a count, the days or the level is out of range
 */
export function compareDispersed(
  current: number,
  previous: number,
  days: readonly [number, number],
  dispersion: Pick<Dispersion, 'dispersion' | 'reference'>,
  level = 0.95,
): { pValue: number; interval: [number, number] } {
  const question = rateQuestion(current, previous, { exposure: days, level });
  const { exposureRatio } = question;
  const seen = deviance(question, Math.log(question.ratio / exposureRatio));
  const critical = criticalRatio(dispersion.reference, 1 - level) * dispersion.dispersion;
  return {
    pValue: referenceUpper(seen / dispersion.dispersion, dispersion.reference),
    interval: [oddsAt(question, critical, -1) * exposureRatio, oddsAt(question, critical, 1) * exposureRatio],
  };
}

/** Deviance of the counts from the odds, given their sum. */
function deviance({ current, previous }: Pick<RateQuestion, 'current' | 'previous'>, logOdds: number): number {
  const events = current + previous;
  if (events === 0) return 0;
  const expected = events / (1 + Math.exp(-logOdds));
  const others = events / (1 + Math.exp(logOdds));
  return 2 * (deviancePart(current, expected) + deviancePart(previous, others));
}

/** The odds below (−1) or above (1) those seen at which the deviance is `target`: Newton's steps on a convex curve. */
function oddsAt(counts: Pick<RateQuestion, 'current' | 'previous'>, target: number, side: 1 | -1): number {
  const { current, previous } = counts;
  const events = current + previous;
  const unbounded = side === 1 ? Number.POSITIVE_INFINITY : 0;
  if ((side === 1 ? previous : current) === 0) return unbounded;
  if ((side === 1 ? current : previous) === 0) return Math.expm1(target / (2 * events)) ** side;
  let logOdds = Math.log(current / previous) + side * Math.sqrt(target * (1 / current + 1 / previous));
  for (let step = 0; step < 100; step += 1) {
    if (Math.abs(logOdds) > 700) return unbounded;
    const expected = events / (1 + Math.exp(-logOdds));
    const move = (target - deviance(counts, logOdds)) / (2 * (expected - current));
    logOdds += move;
    if (Math.abs(move) < 1e-13) break;
  }
  return Math.exp(logOdds);
}

const REMEMBERED = new Map<string, number>();

/** Remembered, since the rows of a table have the same earlier spans and so the same distribution. */
function criticalRatio(reference: Dispersion['reference'], probability: number): number {
  const key = [probability, ...reference.flatMap((part) => [part.share, part.degreesOfFreedom])].join();
  const known = REMEMBERED.get(key);
  if (known !== undefined) return known;
  const found = referenceUpperQuantile(probability, reference);
  if (REMEMBERED.size >= 1000) REMEMBERED.clear();
  REMEMBERED.set(key, found);
  return found;
}
