import type { Limits } from '../../lib/statistics/control-charts/index.ts';
import type { ChartLines } from './model.ts';

/**
 * Lines as a chart draws them. A lower line at or below 0 is none: no month can lie under it.
 * @param wide limits of the designed false-alarm rate
 */
export function linesOf(limits: Limits, wide: { lower: number; upper: number }): ChartLines {
  const possible = (line: number) => (line <= 0 ? null : line);
  return {
    centre: limits.centre,
    upper: limits.upper,
    upperTwoThirds: limits.upperTwoThirds,
    lower: possible(limits.lower),
    lowerTwoThirds: possible(limits.lowerTwoThirds),
    wideLower: possible(wide.lower),
    wideUpper: wide.upper,
  };
}
