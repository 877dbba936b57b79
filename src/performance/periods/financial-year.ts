import { isMonth, type Month } from '../../lib/calendar/month.ts';

const YEAR = /^(?:fy\s*)?(\d{4})\s*[-/–]\s*(\d{2}|\d{4})$/i;

/**
 * First and last month of a year from April to March, written "2023-24"; null for another text, and for "9999-00", whose
 * last month no month can be written as.
 */
export function readFinancialYear(text: string): { from: Month; to: Month } | null {
  const [, first = '', second = ''] = YEAR.exec(text.trim()) ?? [];
  const begins = Number(first);
  if (first === '' || Number(second) !== (second.length === 2 ? (begins + 1) % 100 : begins + 1)) return null;
  const [from, to] = [`${begins}-04`, `${begins + 1}-03`];
  return isMonth(from) && isMonth(to) ? { from, to } : null;
}

/** The April in which the financial year of a month begins. */
export function financialYearStart(month: Month): Month {
  return `${Number(month.slice(0, 4)) - (month.slice(5) < '04' ? 1 : 0)}-04`;
}

/** "2023-24" for April 2023 to March 2024; null for months that are no financial year. */
export function asFinancialYear({ from, to }: { from: Month; to: Month }): string | null {
  const begins = Number(from.slice(0, 4));
  if (from !== `${begins}-04` || to !== `${begins + 1}-03`) return null;
  return `${begins}-${String((begins + 1) % 100).padStart(2, '0')}`;
}
