import { expect, it } from 'vitest';
import type { Month } from '../../lib/calendar/month.ts';
import { byFinancialYear, financialYear, reconcile } from './reconcile.ts';

const totals = (...pairs: [Month, number][]): Map<Month, number> => new Map(pairs);

it('sets wards against boroughs in the months both have, and reports what is left over', () => {
  const months = reconcile(
    totals(['2023-04', 95], ['2023-03', 100], ['2023-05', 7]),
    totals(['2023-03', 100], ['2023-04', 100], ['2023-06', 9]),
    totals(['2023-04', 3]),
    new Set<Month>(['2023-04']),
  );
  expect(months).toEqual([
    { month: '2023-03', wards: 100, boroughs: 100, unplaced: 0, difference: 0, doubtful: false },
    { month: '2023-04', wards: 95, boroughs: 100, unplaced: 3, difference: 5, doubtful: true },
  ]);
  expect(byFinancialYear(months)).toEqual([
    { year: '2022-23', months: 1, doubtful: 0, wards: 100, boroughs: 100, unplaced: 0, difference: 0 },
    { year: '2023-24', months: 1, doubtful: 1, wards: 95, boroughs: 100, unplaced: 3, difference: 5 },
  ]);
});

it('begins the financial year in April', () => {
  expect((['2023-03', '2023-04', '1999-12'] as const).map(financialYear)).toEqual(['2022-23', '2023-24', '1999-00']);
});
