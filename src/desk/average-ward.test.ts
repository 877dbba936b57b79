import { expect, test } from 'vitest';
import { seriesInView } from '../../test/builders/desk-views.ts';
import { averageWard } from './average-ward.ts';

const flat = (code: string, each: number, months = 24) =>
  seriesInView('burglary', code, 0, { firstMonth: '2024-03', values: Array.from({ length: months }, () => each) });
const latest = { from: '2025-03', to: '2026-02' };

test('the average is over every ward of the unit, in the latest twelve months that all have', () => {
  const series = [flat('A', 1), flat('B', 2), flat('C', 6)];
  expect(averageWard(series, 3, '2026-03-10')).toEqual({ mean: 36, year: latest });
  expect(averageWard([...series.slice(1), flat('A', 1, 20)], 3, '2026-03-10')?.year).toEqual({
    ...{ from: '2024-11', to: '2025-10' },
  });
});

test('a month that is doubtful in one ward is summed for none', () => {
  const stub = seriesInView('burglary', 'B', 0, {
    ...{ firstMonth: '2024-03', values: Array.from({ length: 24 }, (_, at) => (at === 20 ? 0 : 2)) },
    doubtful: ['2025-11'],
  });
  expect(averageWard([flat('A', 1), stub], 2, '2026-03-10')).toEqual({
    mean: 18,
    year: { from: '2024-11', to: '2025-10' },
  });
});

test('there is no average without every ward, or without a year that all have', () => {
  const [a, b] = [flat('A', 1), flat('B', 2)];
  expect(averageWard([a, b], 3, '2026-03-10')).toBeNull();
  expect(averageWard([a, b, flat('C', 6, 11)], 3, '2026-03-10')).toBeNull();
});
