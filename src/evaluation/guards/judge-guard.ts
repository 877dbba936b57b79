/** Chance that 'held', and that 'worse' of any guard of a charter, is said though it is not so. */
export const GUARD_RATE = 0.05;

/** A guard with its range, as it is judged. */
export interface GuardToJudge {
  /** Change less that of the comparison areas. */
  interval: { low: number; high: number; level: number };
  /** Most that it may fall behind, ≥ 0, in the same unit. */
  margin: number;
  polarity: 'more is worse' | 'more is better';
  /** Chance by lot of falling so far beyond the margin, see `chanceBeyond`. */
  chance: number;
  /** Guards of the charter: services times treated areas. */
  guards: number;
}

/** What a guard comes to, and why it cannot be told where it cannot. */
export type GuardJudged =
  | { state: 'held' | 'worse'; unsure: null }
  | { state: 'cannot tell'; unsure: 'across the margin' | 'too few areas' | 'among so many guards' };

/**
 * Whether a service held by a margin (non-inferiority): 'held' only where the whole range is better than the margin, 'worse'
 * where all of it is beyond, 'cannot tell' otherwise. A range that touches the margin is not better than it. Each end of the
 * range must be sure enough by itself; and 'worse', which any of several guards might be by chance, must be so with the
 * chance multiplied by their number (Bonferroni). 'held' needs no such: a charter held only where each of its guards has.
 */
export function judgeGuard({ interval, margin, polarity, chance, guards }: GuardToJudge): GuardJudged {
  const { low, high, level } = interval;
  if ((1 - level) / 2 > GUARD_RATE + 1e-9) return { state: 'cannot tell', unsure: 'too few areas' };
  const [worst, best] = polarity === 'more is better' ? [low, high] : [-high, -low];
  if (worst > -margin) return { state: 'held', unsure: null };
  if (best >= -margin) return { state: 'cannot tell', unsure: 'across the margin' };
  if (chance * guards > GUARD_RATE + 1e-9) return { state: 'cannot tell', unsure: 'among so many guards' };
  return { state: 'worse', unsure: null };
}
