import { expect, test } from 'vitest';
import { studentUpper } from '../distributions/index.ts';
import { estimateDispersion } from './index.ts';
import expected from './reference-distribution.expected.json' with { type: 'json' };
import { referenceUpper, referenceUpperQuantile } from './reference-distribution.ts';

test.each([1, 2, 3.5, 8, 60])('one part with share 1/%d is the square of Student’s t', (degreesOfFreedom) => {
  const reference = [{ share: 1 / degreesOfFreedom, degreesOfFreedom }];
  for (const x of [0.01, 0.5, 1, 4, 30, 1e4]) {
    const wanted = 2 * studentUpper(Math.sqrt(x), degreesOfFreedom);
    expect(Math.abs(referenceUpper(x, reference) / wanted - 1)).toBeLessThan(wanted < 0.5 ? 1e-10 : 1e-8);
  }
});

test('parts of several sizes agree with Imhof’s inversion in R', () => {
  for (const { share, degreesOfFreedom, x, upper } of expected.tails) {
    const reference = share.map((each, part) => ({ share: each, degreesOfFreedom: degreesOfFreedom[part] ?? 0 }));
    expect(referenceUpper(x, reference), `at ${x}`).toBeCloseTo(upper, 8);
  }
  expect(expected.tails.length).toBe(16);
});

test('the quantile gives its probability back', () => {
  for (const probability of [0.2, 0.05, 0.002])
    for (const reference of [
      [{ share: 1, degreesOfFreedom: 1 }],
      [
        { share: 0.5, degreesOfFreedom: 1 },
        { share: 0.01, degreesOfFreedom: 50 },
      ],
    ]) {
      const x = referenceUpperQuantile(probability, reference);
      expect(Math.abs(referenceUpper(x, reference) / probability - 1)).toBeLessThan(1e-9);
    }
});

test('parts of differences that share spans are the eigenvalues R finds, spans missing included', () => {
  for (const { there, lag, shares } of expected.structures) {
    const spans = there.map((is, step) => (is === 1 ? { count: 100 + 3 * step, days: 365 } : null));
    const found = estimateDispersion([{ spans }], { lag })?.reference ?? [];
    const sorted = found.map(({ share }) => share).toSorted((a, b) => b - a);
    expect(sorted.length).toBe(shares.length);
    shares.forEach((share, part) => {
      expect(sorted[part]).toBeCloseTo(share, 10);
    });
  }
});
