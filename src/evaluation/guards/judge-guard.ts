import type { GuardResult } from '../model.ts';

/**
 * Whether a service held by a margin (non-inferiority): 'held' only where the whole range is better than the margin, 'worse'
 * where all of it is beyond, 'cannot tell' otherwise. A range that touches the margin is not better than it.
 * @param interval change less that of the comparison areas
 * @param margin   most that it may fall behind, ≥ 0, in the same unit
 */
export function judgeGuard(
  { low, high }: { low: number; high: number },
  { margin, polarity }: { margin: number; polarity: 'more is worse' | 'more is better' },
): Exclude<GuardResult['state'], 'no figures'> {
  const [worst, best] = polarity === 'more is better' ? [low, high] : [-high, -low];
  if (worst > -margin) return 'held';
  return best < -margin ? 'worse' : 'cannot tell';
}
