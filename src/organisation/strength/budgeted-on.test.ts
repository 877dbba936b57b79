import { expect, test } from 'vitest';
import { bookOf } from '../../../test/builders/post-book.ts';
import { budgetedOn } from './budgeted-on.ts';

const budget = (from: string, until: string | null, fullTimeEquivalents: number) => ({
  boroughCode: 'E09000019',
  year: from,
  rank: 'Sergeant',
  fullTimeEquivalents,
  during: { from, until },
  source: '',
});
const book = bookOf({ budgets: [budget('2025-04-01', null, 17), budget('2024-04-01', '2025-06-01', 16.5)] });

test('the latest budget in force on the date counts, alone', () => {
  const on = (date: string) => budgetedOn(book, 'E09000019', 'Sergeant', date);
  expect(['2024-03-31', '2024-04-01', '2025-05-01', '2026-01-01'].map(on)).toEqual([null, 16.5, 17, 17]);
});

test('a budget is of one borough and one rank', () => {
  expect(budgetedOn(book, 'E09000007', 'Sergeant', '2024-05-01')).toBeNull();
  expect(budgetedOn(book, 'E09000019', 'Constable', '2024-05-01')).toBeNull();
});
