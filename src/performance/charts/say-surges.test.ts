import { expect, it } from 'vitest';
import { saySurges } from './say-surges.ts';

const surge = (events: number, months: number, usual: number, chance: number) => ({ events, months, usual, chance });

it('tells of each run of surges the least likely, and what is usual', () => {
  expect(
    saySurges([
      { month: '2024-06', surge: null },
      { month: '2024-07', surge: surge(9, 1, 0.31, 1e-9) },
      { month: '2024-09', surge: null },
      { month: '2025-02', surge: surge(20, 11, 3.3, 1e-6) },
      { month: '2025-03', surge: surge(24, 12, 3.6, 1e-8) },
    ]),
  ).toEqual([
    '9 in July 2024, where about 0.3 is usual',
    '24 in the 12 months to March 2025, where about 3.6 is usual',
  ]);
  expect(saySurges([{ month: '2024-06', surge: null }])).toEqual([]);
});
