import { InvalidArgument } from '../../invalid-argument.ts';
import { betaQuantile, betaUpperQuantile, binomialLower, binomialUpper } from '../distributions/index.ts';
import { requireCount, requireLevel } from './rate-question.ts';

/**
 * Exact central interval for a share: each end is the share at which so many hits, or so few, have half the rest's chance.
 * @param successes hits, whole, 0 to trials
 * @param trials    whole ≥ 0; none gives all shares, 0 to 1
 * @param level     share of intervals that hold the true share, in (0, 1)
 * @throws InvalidArgument when a number is out of range
 * @source Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404
 */
export function binomialInterval(successes: number, trials: number, level = 0.95): [number, number] {
  requireHits(successes, trials);
  const tail = (1 - requireLevel(level)) / 2;
  const misses = trials - successes;
  return [
    successes === 0 ? 0 : betaQuantile(tail, successes, misses + 1),
    misses === 0 ? 1 : betaUpperQuantile(tail, successes + 1, misses),
  ];
}

/**
 * Exact two-sided test that a share is `share`: twice the smaller tail, so that it agrees with `binomialInterval`.
 * @throws InvalidArgument when a number is out of range
 */
export function binomialTest(successes: number, trials: number, share: number): number {
  requireHits(successes, trials);
  if (!(share >= 0 && share <= 1)) throw new InvalidArgument(`a share lies between 0 and 1, not ${share}`);
  return Math.min(1, 2 * Math.min(binomialLower(successes, trials, share), binomialUpper(successes, trials, share)));
}

function requireHits(successes: number, trials: number): void {
  if (requireCount(successes) > requireCount(trials))
    throw new InvalidArgument(`${successes} hits are more than ${trials} trials`);
}
