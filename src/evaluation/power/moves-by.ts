import type { Placebo } from '../../lib/causal/index.ts';

/** How far a lasting effect in one group moves the estimate of another, towards the side of the effect. */
export interface MovedBy {
  /** Share of the other group's level that is in areas with the effect, 0–1; of rates: that share times the group's size. */
  shared: number;
  /** Weight, and of rates weighted level, of areas with the effect among those that the other group is compared with. */
  compared: number;
}

/**
 * What a lasting effect in one group means for every group of the lot: its own estimate moves most; those of groups that
 * share areas with it in part; those that are compared with its areas the other way.
 * @param group    the group with the effect, unit indexes
 * @param placebos every group of the lot
 * @param sizes    average count, or rate, of each unit in the months after the pretended start
 */
export function movedBy(
  group: readonly number[],
  placebos: readonly Placebo[],
  { sizes, scale }: { sizes: readonly number[]; scale: 'log' | 'rate' },
): MovedBy[] {
  const within = new Set(group);
  const sizeOf = (unit: number): number => sizes[unit] ?? 0;
  return placebos.map((placebo) => {
    const shared = sum(placebo.group.filter((unit) => within.has(unit)).map(sizeOf));
    if (scale === 'log') {
      return {
        shared: shared / sum(placebo.group.map(sizeOf)),
        compared: sum(group.map((unit) => placebo.weights[unit] ?? 0)),
      };
    }
    const shareOf = (at: number): number => placebo.shares?.[at] ?? 1 / placebo.group.length;
    return {
      shared: sum(placebo.group.map((unit, at) => (within.has(unit) ? shareOf(at) * sizeOf(unit) : 0))),
      compared: sum(group.map((unit) => (placebo.weights[unit] ?? 0) * sizeOf(unit))),
    };
  });
}

/**
 * How far an estimate moves, towards the side of the effect.
 * @param effect ≥ 0: a log of a ratio, or a share of each area's own rate
 * @param sign   1 for a rise, −1 for a fall
 */
export function moveOf(
  { shared, compared }: MovedBy,
  effect: number,
  { scale, sign }: { scale: 'log' | 'rate'; sign: 1 | -1 },
): number {
  if (scale === 'rate' || shared === 0) return (shared - compared) * effect;
  // A log of an average count, of which only a part changes.
  return sign * Math.log1p(shared * Math.expm1(sign * effect)) - compared * effect;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
