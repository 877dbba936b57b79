import { addMonths, monthsBetween } from '../../lib/calendar/month.ts';
import type { MonthTold } from './model.ts';
import type { ShareMonth } from './share-section.tsx';

/** Closed months as their chart needs them: every month from the first to the last, those without figures too. */
export function sharesTold(told: readonly MonthTold[]): ShareMonth[] {
  const [first, last] = [told[0], told.at(-1)];
  if (first === undefined || last === undefined) return [];
  const known = new Map(told.map((each) => [each.month, each]));
  return Array.from({ length: monthsBetween(first.month, last.month) + 1 }, (_, at) => {
    const month = addMonths(first.month, at);
    const { availableMinutes = 0, awayMinutes = 0, complete = true } = known.get(month) ?? {};
    const share = availableMinutes > 0 ? awayMinutes / availableMinutes : null;
    return { month, share, doubtful: !complete, availableMinutes, awayMinutes };
  });
}
