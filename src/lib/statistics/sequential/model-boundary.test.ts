import { expect, test } from 'vitest';
import { normal, seededRandom } from '../random.ts';
import { modelBoundary } from './model-boundary.ts';

const FRACTIONS = [0.25, 0.5, 0.75, 1];

/** Means so far of months that follow each other, as of so many areas without any change. */
function placebos(areas: number, seed: number, tail = (value: number) => value): number[][] {
  const random = seededRandom(seed);
  return Array.from({ length: areas }, () => {
    const months = Array.from({ length: 4 }, () => tail(normal(random)));
    return FRACTIONS.map((_, look) => months.slice(0, look + 1).reduce((sum, value) => sum + value, 0) / (look + 1));
  });
}

const asked = { areas: 28, rate: 0.02, spending: 'Pocock' as const, fractions: FRACTIONS, seed: 1 };

test('keeps its rate on draws of its own, and says so', () => {
  const { thresholds, simulatedRates } = modelBoundary({ ...asked, paths: placebos(28, 3) });
  expect(simulatedRates.at(-1)).toBeGreaterThan(0.016);
  expect(simulatedRates.at(-1)).toBeLessThan(0.024);
  expect(thresholds.every((line) => line !== null && line > 0)).toBe(true);
});

test('keeps about its rate on areas it has never seen', () => {
  let [crossed, all] = [0, 0];
  for (let seed = 0; seed < 10; seed += 1) {
    const { thresholds } = modelBoundary({ ...asked, rate: 0.05, paths: placebos(28, seed) });
    const fresh = placebos(500, 1000 + seed);
    all += fresh.length;
    crossed += fresh.filter((path) => path.some((value, look) => value > (thresholds[look] ?? Infinity))).length;
  }
  expect(crossed / all).toBeLessThan(0.07);
  expect(crossed / all).toBeGreaterThan(0.02);
});

test('areas that now and then move far widen it', () => {
  const plain = modelBoundary({ ...asked, paths: placebos(100, 5) }).thresholds;
  const heavy = modelBoundary({ ...asked, paths: placebos(100, 5, (value) => value ** 3) }).thresholds;
  expect(heavy[0]).toBeGreaterThan((plain[0] ?? 0) * 3);
});

test('calls nothing where nothing may be spent yet', () => {
  const { thresholds } = modelBoundary({ ...asked, spending: "O'Brien and Fleming", paths: placebos(28, 3) });
  expect(thresholds[0]).toBeNull();
  expect(thresholds[3]).not.toBeNull();
});

test('one area is no model', () => {
  expect(() => modelBoundary({ ...asked, areas: 1, paths: placebos(1, 3) })).toThrow('two areas');
});
