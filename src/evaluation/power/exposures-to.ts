import type { Placebo } from '../../lib/causal/index.ts';

/**
 * How far the estimate of every pretended group moves for each unit of a lasting effect in one of them: its own most; groups
 * that share areas with it in part; groups that are compared with its areas the other way.
 * @param group    the group with the effect, unit indexes
 * @param placebos every group of the lot
 * @param sizes    average count, or rate, of each unit in the months after the pretended start
 * @param scale    'log': the effect is a log of a ratio; 'rate': a share of each area's own rate
 */
export function exposuresTo(
  group: readonly number[],
  placebos: readonly Placebo[],
  { sizes, scale }: { sizes: readonly number[]; scale: 'log' | 'rate' },
): number[] {
  const within = new Set(group);
  const sizeOf = (unit: number): number => sizes[unit] ?? 0;
  return placebos.map((placebo) => {
    const shared = sum(placebo.group.filter((unit) => within.has(unit)).map(sizeOf));
    if (scale === 'log') {
      const compared = sum(group.map((unit) => placebo.weights[unit] ?? 0));
      return shared / sum(placebo.group.map(sizeOf)) - compared;
    }
    return shared / placebo.group.length - sum(group.map((unit) => (placebo.weights[unit] ?? 0) * sizeOf(unit)));
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
