import { monthName, monthRange, monthsBetween } from '../../lib/calendar/month.ts';
import { andList } from '../../ui/and-list.ts';
import { heldMonths } from '../figures/held-months.ts';
import { hasHidden, NOT_SHOWN } from '../figures/not-shown.ts';
import type { MonthlyFigures } from '../model.ts';
import type { Periods } from '../periods/previous-period.ts';

/** Why a series cannot be compared over two periods: the months it has, or those it lacks. */
export function sayMissing(figures: MonthlyFigures, { current, previous }: Periods): string {
  if (hasHidden(figures, previous) || hasHidden(figures, current)) return NOT_SHOWN;
  const held = heldMonths(figures);
  if (held === null) return 'No figures are held: import a file that has them.';
  const beyond = [previous, current].filter(({ from, to }) => from < held.from || to > held.to);
  if (beyond.length > 0) {
    return `Held from ${monthName(held.from)} to ${monthName(held.to)} only, not all of ${andList(beyond.map(({ label }) => label))}.`;
  }
  const lacking = [previous, current]
    .flatMap(({ from, to }) => monthRange(from, to))
    .filter((month) => (figures.values[monthsBetween(figures.firstMonth, month)] ?? null) === null);
  const named = lacking.length > 3 ? `${lacking.length} months of the two periods` : andList(lacking.map(monthName));
  return `No figure is held for ${named}.`;
}
