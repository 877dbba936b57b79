import { expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { exactPoisson, gammaFactors, nullSpans } from './null-months.ts';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function momentsOf(values: readonly number[]) {
  const centre = mean(values);
  const variance = mean(values.map((value) => (value - centre) ** 2));
  const neighbours = mean(values.slice(1).map((value, at) => (value - centre) * ((values[at] ?? 0) - centre)));
  return { centre, deviation: Math.sqrt(variance), neighbours: neighbours / variance };
}

test.each([
  [0.2, 0.5],
  [0.6, 0.3],
  [1.4, 0.2],
])('factors have mean 1, deviation %d and correlation %d', (variation, autocorrelation) => {
  const moments = momentsOf(gammaFactors(seededRandom(5), 25_000, { variation, autocorrelation }));
  expect(Math.abs(moments.centre - 1)).toBeLessThan(0.03 * (1 + variation));
  expect(Math.abs(moments.deviation / variation - 1)).toBeLessThan(0.06);
  expect(Math.abs(moments.neighbours - autocorrelation)).toBeLessThan(0.03);
});

test('spans count only their own months, by season, and together with others', () => {
  const shape = { season: [2, 0, ...new Array<number>(10).fill(1)], variation: 0, autocorrelation: 0 };
  const spansOf = (spanMonths: number, together?: number[]) =>
    mean(nullSpans(seededRandom(6), 2000, 120, { ...shape, spanMonths }, together));
  expect(Math.abs(spansOf(2) - 20)).toBeLessThan(0.5);
  expect(Math.abs(spansOf(12) - 120)).toBeLessThan(1.2);
  expect(Math.abs(spansOf(12, new Array<number>(24_000).fill(1.5)) - 180)).toBeLessThan(1.5);
});

test('Poisson counts by their distribution have its mean and variance', () => {
  const random = seededRandom(7);
  const moments = momentsOf(Array.from({ length: 4000 }, () => exactPoisson(random, 40)));
  expect(Math.abs(moments.centre - 40)).toBeLessThan(0.45);
  expect(Math.abs(moments.deviation ** 2 - 40)).toBeLessThan(4);
  expect(exactPoisson(random, 0)).toBe(0);
});
