import type { Month } from '../lib/calendar/month.ts';
import { completeMonths, type Series } from '../measures/index.ts';
import type { Component } from './model.ts';

/**
 * For each monthly component, the months for which every ward has a figure that is not doubtful; none when a ward has
 * no series at all.
 * @param series at most one for each measure and ward
 */
export function componentMonths(
  components: readonly Component[],
  series: readonly Series[],
  wardCount: number,
): Month[][] {
  return components
    .filter(({ every }) => every === 'month')
    .map(({ measure }) => {
      const own = series.filter((each) => each.measure === measure);
      return own.length === wardCount ? completeMonths(own) : [];
    });
}
