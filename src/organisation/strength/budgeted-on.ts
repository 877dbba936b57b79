import { isOn } from '../../lib/calendar/day-runs.ts';
import type { Budget, PostBook } from '../post-book.ts';

/** Full-time equivalents of a rank that a borough's budget pays for on a date, by the latest in force; null: none is recorded. */
export function budgetedOn(book: PostBook, boroughCode: string, rank: string, date: string): number | null {
  return budgetOn(book.budgets, boroughCode, rank, date)?.fullTimeEquivalents ?? null;
}

/** The budget of a rank in a borough that counts on a date: of those in force the one that began last. */
export function budgetOn(budgets: readonly Budget[], boroughCode: string, rank: string, date: string): Budget | null {
  const inForce = budgets
    .filter((budget) => budget.boroughCode === boroughCode && budget.rank === rank && isOn(budget.during, date))
    .sort((a, b) => (a.during.from < b.during.from ? -1 : a.during.from > b.during.from ? 1 : 0));
  return inForce.at(-1) ?? null;
}
