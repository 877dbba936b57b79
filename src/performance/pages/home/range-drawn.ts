import type { RatioRange } from '../../../ui/whisker-scale.ts';
import { isJudgedByYears } from '../../comparison/judged-by-years.ts';
import type { ComparisonRow, ComparisonTable } from '../../model.ts';

/**
 * The range that a row is judged by: of daily rates with the dispersion of earlier years; of the counts where those are too
 * few or none. Rows that are too few or have no figures get no mark.
 */
export function rangeDrawn(row: ComparisonRow): RatioRange | null {
  const { verdict, dispersedInterval, ratioInterval } = row;
  if (verdict !== 'clear' && verdict !== 'could be chance') return null;
  return isJudgedByYears(row) ? dispersedInterval : ratioInterval;
}

/** The ratio of the two periods, of the same as the range: by day where that is of daily rates; null where there is none. */
export function ratioDrawn(row: ComparisonRow, compares: ComparisonTable['compares']): number | null {
  const { current, previous, days } = row;
  const [now, before] = days;
  if (current === null || previous === null || previous === 0) return null;
  const ratio = current / previous;
  return compares === 'counts' && !isJudgedByYears(row) ? ratio : (ratio * before) / now;
}
