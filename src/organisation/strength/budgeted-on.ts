import { isOn } from '../../lib/calendar/day-runs.ts';
import type { PostBook } from '../post-book.ts';

/** Full-time equivalents of a rank that a borough's budget pays for on a date, by the latest in force; null: none is recorded. */
export function budgetedOn(book: PostBook, boroughCode: string, rank: string, date: string): number | null {
  const inForce = book.budgets
    .filter((budget) => budget.boroughCode === boroughCode && budget.rank === rank && isOn(budget.during, date))
    .sort((a, b) => (a.during.from < b.during.from ? -1 : 1));
  return inForce.at(-1)?.fullTimeEquivalents ?? null;
}
