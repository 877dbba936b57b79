import { boundarySet } from '../../geography/index.ts';
import type { MonthlyFigures } from '../model.ts';
import type { Periods } from '../periods/previous-period.ts';

/**
 * Whether figures of either period are of months that the publisher counted again, for areas that did not exist yet; later
 * months of the same figures are as they were recorded.
 */
export function isBackCast(figures: MonthlyFigures | null, { current, previous }: Periods): boolean {
  if (figures === null || !figures.backCast) return false;
  const since = boundarySet(figures.area.boundaryVersion).from.slice(0, 7);
  return current.from < since || previous.from < since;
}
