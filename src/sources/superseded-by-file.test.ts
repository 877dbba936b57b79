import { expect, it } from 'vitest';
import { supersededByFile } from './superseded-by-file.ts';

it('gathers months by the file used instead, each once, and adds both totals', () => {
  const given = (month: `${number}-${number}`, by: string, total: number, byTotal: number) => ({
    month,
    by,
    total,
    byTotal,
  });
  expect(
    supersededByFile([
      given('2024-03', 'history.csv', 1, 10),
      given('2024-02', 'history.csv', 2, 20),
      given('2024-03', 'history.csv', 3, 30),
      given('2024-05', 'other.csv', 4, 40),
    ]),
  ).toEqual([
    { by: 'history.csv', months: ['2024-02', '2024-03'], total: 6, byTotal: 60 },
    { by: 'other.csv', months: ['2024-05'], total: 4, byTotal: 40 },
  ]);
});
