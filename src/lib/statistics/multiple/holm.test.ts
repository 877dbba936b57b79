import { expect, test } from 'vitest';
import { holm } from './index.ts';

test("equal to R's p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.5, 1), 'holm')", () => {
  const adjusted = holm([0.01, 0.04, 0.03, 0.005, 0.5, 1]);
  [0.05, 0.12, 0.12, 0.03, 1, 1].forEach((wanted, index) => {
    expect(adjusted[index]).toBeCloseTo(wanted, 12);
  });
});

test('tests that could not be made stay null and change nothing', () => {
  expect(holm([null, 0.02, null, 0.5])).toEqual([null, 0.04, null, 0.5]);
  expect(holm([null])).toEqual([null]);
  expect(holm([])).toEqual([]);
});

test('no smaller p-value has the larger adjusted one, and the list given stays as it was', () => {
  const given = [0.02, 0.021, 0.5];
  expect(holm(given)).toEqual([0.06, 0.06, 0.5]);
  expect(given).toEqual([0.02, 0.021, 0.5]);
});

test('a number that is no probability is refused', () => {
  expect(() => holm([0.2, 1.2])).toThrow('between 0 and 1');
  expect(() => holm([Number.NaN])).toThrow('between 0 and 1');
});
