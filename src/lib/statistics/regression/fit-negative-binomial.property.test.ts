import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { negativeBinomialCounts } from '../../../../test/builders/negative-binomial-counts.ts';
import { InvalidArgument } from '../../invalid-argument.ts';
import { seededRandom } from '../random.ts';
import { dot } from './fit-counts.ts';
import { fitNegativeBinomial, type NegativeBinomialFit } from './fit-negative-binomial.ts';

const made = fc.record({
  seed: fc.nat(1_000_000),
  level: fc.double({ min: 1, max: 5, noNaN: true }),
  slope: fc.double({ min: -0.5, max: 0.5, noNaN: true }),
  theta: fc.double({ min: 2, max: 50, noNaN: true }),
});

function question({ seed, level, slope, theta }: typeof made extends fc.Arbitrary<infer T> ? T : never) {
  const random = seededRandom(seed);
  const design = Array.from({ length: 60 }, (_, at) => Float64Array.of(1, at / 60, at % 2));
  const means = design.map((row) => Math.exp(level + slope * (row[1] as number)));
  return { design, counts: negativeBinomialCounts(random, means, theta) };
}

function fitted(asked: Parameters<typeof fitNegativeBinomial>[0]): NegativeBinomialFit {
  const fit = fitNegativeBinomial(asked);
  if (fit === null) throw new Error('It did not fit.');
  return fit;
}

describe('a fit', () => {
  it('solves the score equations: weighted residuals are orthogonal to every column', () => {
    fc.assert(
      fc.property(made, (drawn) => {
        const { counts, design } = question(drawn);
        const { means, theta } = fitted({ counts, design });
        for (const column of [0, 1, 2]) {
          const score = counts.reduce((sum, count, at) => {
            const mean = means[at] as number;
            return sum + ((count - mean) / (1 + mean / theta)) * (design[at]?.[column] as number);
          }, 0);
          expect(Math.abs(score)).toBeLessThan(1e-3);
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('moves an offset into the level, and leaves the rest', () => {
    fc.assert(
      fc.property(made, fc.double({ min: -2, max: 4, noNaN: true }), (drawn, shift) => {
        const asked = question(drawn);
        const plain = fitted(asked);
        const shifted = fitted({ ...asked, offsets: asked.counts.map(() => shift) });
        expect(shifted.coefficients[0]).toBeCloseTo((plain.coefficients[0] as number) - shift, 5);
        expect(shifted.coefficients[1]).toBeCloseTo(plain.coefficients[1] as number, 5);
        expect(shifted.logLikelihood).toBeCloseTo(plain.logLikelihood, 5);
      }),
      { numRuns: 40, seed: 8 },
    );
  });

  it('is the same whatever the order of the rows', () => {
    const { counts, design } = question({ seed: 3, level: 3, slope: 0.2, theta: 5 });
    const backwards = fitted({ counts: counts.toReversed(), design: design.toReversed() });
    const plain = fitted({ counts, design });
    expect(backwards.theta).toBeCloseTo(plain.theta, 6);
    expect(dot(Float64Array.of(1, 0.5, 0), backwards.coefficients)).toBeCloseTo(
      dot(Float64Array.of(1, 0.5, 0), plain.coefficients),
      8,
    );
  });
});

describe('what it recovers', () => {
  it('finds theta and the slope it was made with, within their standard errors, over many series', () => {
    const random = seededRandom(11);
    const [theta, slope] = [8, 0.4];
    const design = Array.from({ length: 120 }, (_, at) => Float64Array.of(1, at / 120));
    const means = design.map((row) => Math.exp(4 + slope * (row[1] as number)));
    const off = Array.from({ length: 200 }, () => {
      const fit = fitted({ counts: negativeBinomialCounts(random, means, theta), design });
      return ((fit.coefficients[1] as number) - slope) / Math.sqrt(fit.covariance[1]?.[1] as number);
    });
    const inside = off.filter((z) => Math.abs(z) < 1.96).length / off.length;
    // 95 % within the sampling error of 200 draws.
    expect(inside).toBeGreaterThan(0.9);
    expect(inside).toBeLessThan(0.99);
  });

  it('is Poisson regression where counts vary less than Poisson counts', () => {
    const counts = Array.from({ length: 40 }, (_, at) => 20 + (at % 2));
    const fit = fitted({ counts, design: counts.map(() => Float64Array.of(1)) });
    expect(fit.theta).toBe(Number.POSITIVE_INFINITY);
    expect(Math.exp(fit.coefficients[0] as number)).toBeCloseTo(20.5, 8);
  });
});

describe('what it cannot fit', () => {
  it('is null for columns that say the same, and for nothing but zeros', () => {
    const counts = [1, 2, 3, 4, 5, 6];
    expect(fitNegativeBinomial({ counts, design: counts.map((x) => Float64Array.of(1, x, 2 * x)) })).toBeNull();
    expect(fitNegativeBinomial({ counts: [0, 0, 0], design: [1, 1, 1].map((x) => Float64Array.of(x)) })).toBeNull();
  });

  it('refuses lengths that differ', () => {
    expect(() => fitNegativeBinomial({ counts: [1, 2], design: [Float64Array.of(1)] })).toThrow(InvalidArgument);
  });
});
