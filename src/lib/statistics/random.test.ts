import { expect, test } from 'vitest';
import { normal, poisson, seededRandom } from './random.ts';

const draws = (count: number, draw: () => number) => Array.from({ length: count }, draw);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
function variance(values: number[]): number {
  const centre = mean(values);
  return mean(values.map((value) => (value - centre) ** 2));
}

test('equal seeds give equal numbers and other seeds do not', () => {
  expect(draws(5, seededRandom(7))).toEqual(draws(5, seededRandom(7)));
  expect(draws(5, seededRandom(7))).not.toEqual(draws(5, seededRandom(8)));
});

test('uniform numbers fill the unit interval evenly', () => {
  const random = seededRandom(1);
  const tenths = new Array<number>(10).fill(0);
  for (const value of draws(100_000, random))
    tenths[Math.floor(value * 10)] = (tenths[Math.floor(value * 10)] ?? 0) + 1;
  for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(400);
});

test('normal draws have mean 0 and variance 1', () => {
  const random = seededRandom(2);
  const values = draws(50_000, () => normal(random));
  expect(mean(values)).toBeCloseTo(0, 1);
  expect(variance(values)).toBeCloseTo(1, 1);
});

test.each([0, 0.5, 4, 29, 80])('counts of mean %d have that mean and variance', (rate) => {
  const random = seededRandom(3);
  const values = draws(40_000, () => poisson(random, rate));
  expect(Math.abs(mean(values) - rate)).toBeLessThanOrEqual(0.03 * Math.max(rate, 1));
  expect(Math.abs(variance(values) - rate)).toBeLessThanOrEqual(0.05 * Math.max(rate, 1));
});
