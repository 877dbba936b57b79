import type { Limits } from '../../lib/statistics/control-charts/index.ts';
import type { ChartLines } from './model.ts';

/**
 * Lines as a chart draws them. A lower line at or below the least value there can be is none: no month can lie under it.
 * @param wide limits of the designed false-alarm rate; null where they are those of the chart
 * @param least the least value there can be; null for values without a least
 */
export function linesOf(
  limits: Limits,
  wide: { lower: number; upper: number } | null,
  least: number | null,
): ChartLines {
  const possible = (line: number) => (least !== null && line <= least ? null : line);
  return {
    centre: limits.centre,
    upper: limits.upper,
    upperTwoThirds: limits.upperTwoThirds,
    lower: possible(limits.lower),
    lowerTwoThirds: possible(limits.lowerTwoThirds),
    wideLower: possible(wide?.lower ?? limits.lower),
    wideUpper: wide?.upper ?? limits.upper,
  };
}
