import { expect, it } from 'vitest';
import { percentOf } from './percent-of.ts';

it('turns logs into per cent', () => {
  expect(percentOf(Math.log(1.5), 'log', 99)).toBeCloseTo(50, 10);
  expect(percentOf(Number.NEGATIVE_INFINITY, 'log', 99)).toBe(-100);
});

it.each([
  // Observed 1 where 0.8 would have been: a quarter more.
  [0.2, 1, 25],
  [0.9, 1, 900],
  [-1, 1, -50],
  [0, 0, 0],
  [-0.1, 0, -100],
  [Number.NEGATIVE_INFINITY, 1, -100],
])('says of a rate %d above what would have been, where %d was observed: %d per cent', (effect, observed, percent) => {
  expect(percentOf(effect, 'rate', observed)).toBeCloseTo(percent, 8);
});

it.each([
  [1, 1],
  [1.2, 1],
  [0.1, 0],
  [Number.POSITIVE_INFINITY, 1],
])('is any number more where a rate %d above leaves nothing of %d', (effect, observed) => {
  expect(percentOf(effect, 'rate', observed)).toBe(Number.POSITIVE_INFINITY);
});

it('never turns over: a larger effect is no smaller per cent, and zero stays between', () => {
  for (const observed of [0, 0.3, 1, 4]) {
    const effects = Array.from({ length: 401 }, (_, at) => (at - 200) / 25);
    const percents = effects.map((effect) => percentOf(effect, 'rate', observed));
    percents.forEach((percent, at) => {
      expect(percent).toBeGreaterThanOrEqual(percents[at - 1] ?? -100);
      expect(Math.sign(percent)).toBe(Math.sign(effects[at] ?? 0));
    });
  }
});
