import { InvalidArgument } from '../../invalid-argument.ts';
import type { Rank } from './by-lot.ts';

/**
 * How uneven the lot would have to have been for the test to say the other thing: how many times as likely as the others
 * the groups that moved as much were to be drawn (where the p-value is at most α), or the others as these (where it is
 * above). Near 1: the answer hangs on areas having been as good as drawn evenly.
 * @param rank of the treated group
 * @param alpha level of the test, in (0, 1)
 * @returns the factor e^φ, ≥ 1; Infinity where no unevenness would do, as every group moved as much
 * @throws InvalidArgument when alpha is out of range
 * @source Firpo and Possebom (2018), doi:10.1515/jci-2016-0026, equations 8 and 9, solved for φ
 * @example turningOdds({ atLeast: 2, of: 14, share: 2 / 14 }, 3 / 14) // 1.64, their Basque case
 */
export function turningOdds({ atLeast, of }: Rank, alpha: number): number {
  if (!(alpha > 0 && alpha < 1)) throw new InvalidArgument(`a level lies between 0 and 1, not ${alpha}`);
  if (atLeast === of) return Infinity;
  const odds = (alpha * (of - atLeast)) / ((1 - alpha) * atLeast);
  return Math.max(odds, 1 / odds);
}
