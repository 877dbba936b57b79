import { InvalidArgument } from '../../invalid-argument.ts';
import { normalUpperQuantile } from '../distributions/index.ts';

/** Share of the scores at each end that are drawn in before the spread is measured. */
export const WINSORISED = 0.1;

/**
 * Scores with the outer ones drawn in to the quantiles at a share and at all but that share, so that the very units which a
 * funnel is to find do not widen it.
 * @param scores at least one
 * @param share of each end, 0 ≤ share < 0.5
 */
export function winsorise(scores: readonly number[], share: number): number[] {
  if (scores.length === 0) throw new InvalidArgument('There are no scores.');
  if (!(share >= 0 && share < 0.5))
    throw new InvalidArgument(`The share drawn in is ${share}: give one from 0 to 0.5.`);
  const sorted = scores.toSorted((a, b) => a - b);
  const [least, most] = [quantile(sorted, share), quantile(sorted, 1 - share)];
  return scores.map((score) => Math.min(most, Math.max(least, score)));
}

/** Quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996). */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  const above = sorted[Math.ceil(at)] ?? Number.NaN;
  return below + (at - Math.floor(at)) * (above - below);
}

/** Mean square of standard normal scores of which a share at each end is drawn in; 1 for none, 0.679 for a tenth. */
function winsorisedMeanSquare(share: number): number {
  if (share === 0) return 1;
  const edge = normalUpperQuantile(share);
  const height = Math.exp(-(edge ** 2) / 2) / Math.sqrt(2 * Math.PI);
  return 1 - 2 * share - 2 * edge * height + 2 * share * edge ** 2;
}

/**
 * Mean square of the winsorised scores: how many times more variable units are than chance makes them.
 *
 * Drawing in the ends takes about a third off the mean square of scores that need no drawing in, and limits inflated by what
 * is left are too narrow. So it is divided by what it would be of standard normal scores; `consistent: false` leaves that out,
 * as the source does.
 * @source Spiegelhalter (2005), Statistics in Medicine 24, appendix A.3, doi:10.1002/sim.1970
 */
export function dispersionFactor(
  scores: readonly number[],
  { winsorised = WINSORISED, consistent = true }: { winsorised?: number; consistent?: boolean } = {},
): number {
  const drawnIn = winsorise(scores, winsorised);
  const meanSquare = drawnIn.reduce((sum, score) => sum + score ** 2, 0) / drawnIn.length;
  return consistent ? meanSquare / winsorisedMeanSquare(winsorised) : meanSquare;
}

/**
 * Variance of the units' own true values around the target, beside the variance of chance; 0 where chance is enough.
 * @param factor mean square of the scores, {@link dispersionFactor}
 * @param chance variance that chance gives each unit
 * @source DerSimonian and Laird (1986), Controlled Clinical Trials 7, doi:10.1016/0197-2456(86)90046-2
 */
export function varianceBetween(factor: number, chance: readonly number[]): number {
  const weights = chance.map((variance) => 1 / variance);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight ** 2, 0);
  const spare = sum - squares / sum;
  return spare <= 0 ? 0 : Math.max(0, (factor * chance.length - (chance.length - 1)) / spare);
}
