import type { RatioRange } from '../../../ui/whisker-scale.ts';
import type { ComparisonRow, ComparisonTable } from '../../model.ts';

/**
 * The range that a row is judged by: of daily rates with the dispersion of earlier years; of the counts where there is
 * none. Rows that are too few or have no figures get no mark.
 */
export function rangeDrawn({ verdict, dispersedInterval, ratioInterval }: ComparisonRow): RatioRange | null {
  return verdict === 'clear' || verdict === 'could be chance' ? (dispersedInterval ?? ratioInterval) : null;
}

/** The ratio of the two periods, of the same as the range: by day where that is of daily rates; null where there is none. */
export function ratioDrawn(
  { current, previous, days: [now, before], dispersedInterval }: ComparisonRow,
  compares: ComparisonTable['compares'],
): number | null {
  if (current === null || previous === null || previous === 0) return null;
  const ratio = current / previous;
  return dispersedInterval === null && compares === 'counts' ? ratio : (ratio * before) / now;
}
