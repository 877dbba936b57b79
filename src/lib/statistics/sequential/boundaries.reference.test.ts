import { expect, test } from 'vitest';
import { normalUpper } from '../distributions/index.ts';
import { conditionalPower, crossingProbabilities, sequentialBoundaries } from './boundaries.ts';

const FIFTHS = [0.2, 0.4, 0.6, 0.8, 1];
const NONE = FIFTHS.map(() => Number.NEGATIVE_INFINITY);
const FLEMING = { fractions: FIFTHS, rate: 0.05, spending: "O'Brien and Fleming", sides: 2 } as const;

test('five even looks as R has them', () => {
  // Computed with R 4.2.2 and mvtnorm, each side spending 2 − 2Φ(z / √t).
  const expected = [4.87688494878, 3.35701191954, 2.68028006533, 2.2898167621, 2.03103204074];
  for (const [look, line] of sequentialBoundaries(FLEMING).entries()) expect(line).toBeCloseTo(expected[look] ?? 0, 6);
});

test('one look is the usual test', () => {
  const single = { fractions: [1], rate: 0.05, spending: 'Pocock' } as const;
  expect(sequentialBoundaries({ ...single, sides: 2 })[0]).toBeCloseTo(1.959964, 6);
  expect(sequentialBoundaries({ ...single, sides: 1 })[0]).toBeCloseTo(1.644854, 6);
});

test('constant boundaries of Pocock for five looks cross with 5 in 100', () => {
  // Jennison and Turnbull (2000), Group Sequential Methods, table 2.1: C_P(5, 0.05) = 2.413, C_B(5, 0.05) = 2.040.
  const crossed = (upper: number[]) => {
    const chances = crossingProbabilities({ fractions: FIFTHS, upper, lower: upper.map((line) => -line), drift: 0 });
    return [...chances.upper, ...chances.lower].reduce((sum, chance) => sum + chance, 0);
  };
  expect(crossed(FIFTHS.map(() => 2.413))).toBeCloseTo(0.05, 4);
  expect(crossed(FIFTHS.map((fraction) => 2.04 / Math.sqrt(fraction)))).toBeCloseTo(0.05, 3.5);
});

test.each([
  ['even', FIFTHS],
  ['uneven', [3 / 13, 6 / 13, 9 / 13, 1]],
  ['very uneven', [0.02, 0.03, 0.9, 1]],
])('%s looks spend what they are to spend', (_, fractions) => {
  for (const sides of [1, 2] as const) {
    const upper = sequentialBoundaries({ fractions, rate: 0.04, spending: { power: 1 }, sides });
    const lower = upper.map((line) => (sides === 2 ? -line : Number.NEGATIVE_INFINITY));
    const chances = crossingProbabilities({ fractions, upper, lower, drift: 0 });
    let spent = 0;
    fractions.forEach((fraction, look) => {
      spent += (chances.upper[look] ?? 0) + (chances.lower[look] ?? 0);
      expect(spent).toBeCloseTo(0.04 * fraction, 8);
    });
  }
});

test('with a drift and one look, the power of the usual test', () => {
  const { upper, lower } = crossingProbabilities({ fractions: [1], upper: [1.96], lower: [-1.96], drift: 3 });
  expect(upper[0]).toBeCloseTo(normalUpper(1.96 - 3), 12);
  expect(lower[0]).toBeCloseTo(normalUpper(1.96 + 3), 12);
});

test('chances over looks from where the trial stands average to the chance at the start', () => {
  const upper = sequentialBoundaries({ ...FLEMING, sides: 1 });
  const whole = crossingProbabilities({ fractions: FIFTHS, upper, lower: NONE, drift: 2 }).upper;
  const later = { fractions: FIFTHS.slice(1), upper: upper.slice(1), drift: 2 };
  // The first look's z is normal about 2√0.2; those below its boundary go on.
  let [average, step] = [0, 0.1];
  for (let z = -8; z < (upper[0] ?? 0); z += step) {
    const middle = Math.min(z + step / 2, upper[0] ?? 0);
    const density = Math.exp(-((middle - 2 * Math.sqrt(0.2)) ** 2) / 2) / Math.sqrt(2 * Math.PI);
    if (z + step > (upper[0] ?? 0)) step = (upper[0] ?? 0) - z;
    if (density > 1e-7) average += step * density * conditionalPower({ fraction: 0.2, z: middle }, later);
  }
  expect(average).toBeCloseTo(
    whole.slice(1).reduce((sum, chance) => sum + chance, 0),
    4,
  );
});

test('shares of the information that do not rise are refused', () => {
  expect(() => sequentialBoundaries({ ...FLEMING, fractions: [0.5, 0.5, 1] })).toThrow('rise');
});
