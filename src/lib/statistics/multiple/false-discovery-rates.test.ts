import { expect, test } from 'vitest';
import { falseDiscoveryRates } from './index.ts';

test("equal to R's p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.5, 1), 'BH')", () => {
  const adjusted = falseDiscoveryRates([0.01, 0.04, 0.03, 0.005, 0.5, 1]);
  [0.03, 0.06, 0.06, 0.03, 0.6, 1].forEach((wanted, index) => {
    expect(adjusted[index]).toBeCloseTo(wanted, 12);
  });
});

test('tests that could not be made stay null and change nothing', () => {
  expect(falseDiscoveryRates([null, 0.02, null, 0.5])).toEqual([null, 0.04, null, 0.5]);
  expect(falseDiscoveryRates([null])).toEqual([null]);
  expect(falseDiscoveryRates([])).toEqual([]);
});

test('ties share one, and the list given stays as it was', () => {
  const given = [0.5, 0.02, 0.02];
  expect(falseDiscoveryRates(given)).toEqual([0.5, 0.03, 0.03]);
  expect(given).toEqual([0.5, 0.02, 0.02]);
});

test('a number that is no probability is refused', () => {
  expect(() => falseDiscoveryRates([0.2, 1.2])).toThrow('between 0 and 1');
  expect(() => falseDiscoveryRates([Number.NaN])).toThrow('between 0 and 1');
});
