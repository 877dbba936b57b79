import { expect, test } from 'vitest';
import { seriesInView } from '../../test/builders/desk-views.ts';
import { averageWard } from './average-ward.ts';

const flat = (code: string, each: number, months = 24) =>
  seriesInView('burglary', code, 0, { firstMonth: '2024-03', values: Array.from({ length: months }, () => each) });

test('the average is over every ward of the unit, in the ward’s own latest twelve months', () => {
  const series = [flat('A', 1), flat('B', 2), flat('C', 6)];
  expect(averageWard(flat('A', 1), series, 3, '2026-03-10')).toBe(36);
});

test('there is no average without every ward, or with a month missing', () => {
  const [a, b] = [flat('A', 1), flat('B', 2)];
  expect(averageWard(a, [a, b], 3, '2026-03-10')).toBeNull();
  expect(averageWard(a, [a, b, flat('C', 6, 20)], 3, '2026-03-10')).toBeNull();
  expect(averageWard(flat('A', 1, 11), [flat('A', 1, 11)], 1, '2026-03-10')).toBeNull();
});
