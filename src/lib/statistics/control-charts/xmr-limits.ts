import { InvalidArgument } from '../../invalid-argument.ts';
import type { Limits } from './model.ts';

/** Three standard deviations of single values, from the mean of ranges of two: 3 ÷ 1.128, as it is rounded everywhere. */
export const LIMIT_FACTOR = 2.66;
/** A moving range above this many mean ranges is an outlier of ranges: the upper limit of the range chart. */
export const RANGE_LIMIT = 3.267;

/**
 * Centre line and limits of a chart of single values (XmR): the mean, and 2.66 mean moving ranges either side of it.
 * A range is taken between neighbours only: none across a value that is missing. With fewer than two neighbours, or when
 * screening leaves no range, there is nothing to say how wide the limits are: they lie at the centre.
 * @param values in time order, null where there is none; at least one value
 * @param screenOutliers whether moving ranges above 3.267 times their mean are left out of a second mean
 * @throws InvalidArgument when there is no value
 * @source Shewhart (1931); limits and screening as the NHS "Making data count" programme draws them, see
 *   https://github.com/nhs-r-community/NHSRplotthedots
 */
export function xmrLimits(values: readonly (number | null)[], screenOutliers: boolean): Limits {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) throw new InvalidArgument('Limits need at least one value.');
  const ranges = movingRanges(values);
  const first = mean(ranges);
  const kept = screenOutliers ? ranges.filter((range) => range < RANGE_LIMIT * first) : ranges;
  const centre = mean(known);
  const reach = LIMIT_FACTOR * (kept.length === 0 ? 0 : mean(kept));
  return limitsAround(centre, reach);
}

/** Limits as far below the centre as above it. */
export function limitsAround(centre: number, reach: number): Limits {
  return {
    centre,
    lower: centre - reach,
    upper: centre + reach,
    lowerTwoThirds: centre - (2 * reach) / 3,
    upperTwoThirds: centre + (2 * reach) / 3,
  };
}

/** Distances between neighbours; none where either is missing. */
function movingRanges(values: readonly (number | null)[]): number[] {
  const ranges: number[] = [];
  for (let at = 1; at < values.length; at += 1) {
    const value = values[at] ?? null;
    const before = values[at - 1] ?? null;
    if (value !== null && before !== null) ranges.push(Math.abs(value - before));
  }
  return ranges;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
