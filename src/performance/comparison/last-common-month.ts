import { addMonths, type Month } from '../../lib/calendar/month.ts';
import { heldMonths } from '../figures/held-months.ts';
import type { MonthlyFigures } from '../model.ts';

/** Months by which a measure may lag behind the latest one and still be waited for. */
const LONGEST_WAIT = 3;

/**
 * The last month to which a set can be counted: the earliest last month of its measures, but for those that ended more
 * than three months before the latest. Null where nothing is held.
 */
export function lastCommonMonth(figures: readonly MonthlyFigures[]): Month | null {
  const lasts = figures.flatMap((each) => heldMonths(each)?.to ?? []).toSorted();
  const latest = lasts.at(-1);
  if (latest === undefined) return null;
  return lasts.find((month) => month >= addMonths(latest, -LONGEST_WAIT)) ?? latest;
}
