import { lotCanCall, modelBoundary, type Spending, sequentialByLot } from '../../lib/statistics/sequential/index.ts';
import type { Lines } from './needed-effect.ts';

/** One-sided looks at one outcome. */
export interface LooksRule {
  /** This outcome's part of the charter's rate. */
  rate: number;
  spending: Spending;
  /** Months judged by each look as a share of all, rising to 1. */
  fractions: readonly number[];
  seed: number;
}

/** Two-sided level nearest 5 in 100 that so many groups allow: the groups that may be called. */
export function rejectedOf(groups: number): number {
  return Math.min(groups - 1, Math.max(1, Math.round(0.05 * groups)));
}

/** One judgement at the end, two-sided: the group is called when at most so many, itself included, are as far either way. */
export function linesOnce(groups: number): Lines {
  const rejected = rejectedOf(groups);
  return (others) => {
    const far = others.map((path) => Math.abs(path[0] ?? 0)).toSorted((one, other) => other - one);
    return [far[rejected - 1] ?? null];
  };
}

/**
 * The stop rule's looks on one side: by lot where the groups are enough, else by the model that it uses then.
 * @param pooled paths of placebos in space and in time, for that model, and how many areas they come from
 */
export function linesOfLooks(
  groups: number,
  { rate, spending, fractions, seed }: LooksRule,
  pooled: { paths: readonly (readonly number[])[]; areas: number },
): Lines {
  if (rate === 0) return () => fractions.map(() => null);
  if (!lotCanCall(groups, rate)) {
    const enough = pooled.areas >= 2 && pooled.paths.length >= 2;
    const { thresholds } = enough
      ? modelBoundary({ ...pooled, rate, spending, fractions, seed })
      : { thresholds: fractions.map(() => null) };
    return () => thresholds;
  }
  const never = fractions.map(() => Number.NEGATIVE_INFINITY);
  return (others) =>
    sequentialByLot({ paths: [never, ...others], own: 0, rate, spending, fractions }).map(({ threshold }) => threshold);
}
