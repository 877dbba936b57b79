import { lastDay, type Month, monthName, monthRange, monthsBetween } from '../../lib/calendar/month.ts';
import type { Period } from '../model.ts';
import { asFinancialYear } from './financial-year.ts';

/**
 * Whole months as a period, with its label and its days, the leap day included.
 * @param asked as someone wrote it; left out: "2023-24" for a financial year, else "2023-04..2023-12"
 */
export function makePeriod(from: Month, to: Month, asked?: string): Period {
  return {
    from,
    to,
    asked: asked ?? asFinancialYear({ from, to }) ?? `${from}..${to}`,
    label: from === to ? monthName(from) : `${monthName(from)} to ${monthName(to)}`,
    days: daysIn({ from, to }),
  };
}

/** How many days whole months have, both ends included. */
export function daysIn({ from, to }: Pick<Period, 'from' | 'to'>): number {
  return monthRange(from, to).reduce((days, month) => days + lastDay(month), 0);
}

/** How many months there are from one to another, both included. */
export function monthsIn({ from, to }: Pick<Period, 'from' | 'to'>): number {
  return monthsBetween(from, to) + 1;
}
