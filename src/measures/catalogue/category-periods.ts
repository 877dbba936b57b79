import { type Month, monthNumber } from '../../lib/calendar/month.ts';
import { STREET_TYPES } from './street-types.ts';

/** The months a source category was in use; null where it has no end, or none known. */
export interface CategoryPeriod {
  key: string;
  from: Month;
  until: Month | null;
}

const first = '2010-04';
/** The last month of the files that name offences as the force did before February 2024. */
const last = '2024-01';

/**
 * Categories of the monthly files of the Metropolitan Police that were not in use throughout, found in the files of all
 * vintages at hand (borough and ward level, April 2010 to March 2026): the first and last month with 5 or more offences
 * in any of them or, of a category that never has as many, with any. What lies outside is counted and noticed: 15 months from November 2018 to February 2023 have 25
 * residential burglaries of a home among them. Until July 2023, and in vintages up to January 2024 throughout, all residential
 * burglary is domestic burglary; from August 2023 it is of a home or of an unconnected building.
 */
const MPS_PERIODS: CategoryPeriod[] = [
  { key: 'mps/burglary/domestic-burglary', from: first, until: last },
  { key: 'mps/burglary/res-burglary-of-a-home', from: '2023-03', until: null },
  { key: 'mps/burglary/res-burglary-of-unconnected-building', from: '2023-04', until: null },
  // Two offences in all: June 2024 and August 2025.
  { key: 'mps/burglary/burglary-residential', from: '2024-06', until: '2025-08' },
  { key: 'mps/drug-offences/drug-trafficking', from: first, until: last },
  { key: 'mps/historical-fraud-and-forgery/historical-fraud-and-forgery', from: first, until: '2013-03' },
  { key: 'mps/nfib-fraud/nfib', from: '2024-02', until: '2025-05' },
  { key: 'mps/theft/theft-from-person', from: first, until: last },
  { key: 'mps/vehicle-offences/theft-from-a-motor-vehicle', from: first, until: last },
  { key: 'mps/vehicle-offences/theft-or-taking-of-a-motor-vehicle', from: first, until: last },
];

/** Every source category that was not in use throughout; others were, as far as is known. */
export const CATEGORY_PERIODS: readonly CategoryPeriod[] = [
  ...MPS_PERIODS,
  ...STREET_TYPES.map(({ slug, from, until }) => ({ key: `street/${slug}`, from, until })),
];

const BY_KEY = new Map(CATEGORY_PERIODS.map((period) => [period.key, period]));

/** When a category was in use; null for one that was throughout, as far as is known. */
export function periodOf(category: string): CategoryPeriod | null {
  return BY_KEY.get(category) ?? null;
}

/** Whether a category was in use in a month. */
export function wasInUse(period: CategoryPeriod | null, month: Month): boolean {
  return period === null || (month >= period.from && (period.until === null || month <= period.until));
}

/** Tells of a month, as a number, whether it lies outside a category's period; null for one in use throughout. */
export function outsidePeriod(category: string): ((month: number) => boolean) | null {
  const period = periodOf(category);
  if (period === null) return null;
  const [from, until] = [monthNumber(period.from), period.until === null ? Infinity : monthNumber(period.until)];
  return (month) => month < from || month > until;
}
