import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOnce } from './lines-of-rule.ts';
import { type LotPath, neededEffect } from './needed-effect.ts';
import { chanceOfSeeing, seenFourInFive } from './seen-with-chance.ts';

const lots = fc.array(
  fc.record({
    value: fc.double({ min: -3, max: 3, noNaN: true }),
    slope: fc.double({ min: -0.4, max: 0.6, noNaN: true }),
  }),
  { minLength: 20, maxLength: 60 },
);

test('an effect is called at the size needed and not well below it', () => {
  fc.assert(
    fc.property(lots, (drawn) => {
      const paths = drawn.map(({ value, slope }, at): LotPath => ({ path: [value], slope: at === 0 ? 1 : slope }));
      const lines = linesOnce(paths.length);
      const isCalled = (effect: number) => {
        const moved = paths.slice(1).map(({ path, slope }) => [(path[0] ?? 0) + slope * effect]);
        return (paths[0]?.path[0] ?? 0) + effect > (lines(moved)[0] ?? Number.POSITIVE_INFINITY);
      };
      const needed = neededEffect(paths, 0, lines, 50);
      fc.pre(Number.isFinite(needed));
      expect(isCalled(needed)).toBe(true);
      if (needed > 0.01) expect(isCalled(0.99 * needed) && isCalled(0.5 * needed) && isCalled(0)).toBe(false);
    }),
    { seed: 4, numRuns: 300 },
  );
});

test('the chance of seeing an effect never falls as it grows, and is four in five at the size said', () => {
  const effects = fc.array(fc.double({ min: 0, max: 9, noNaN: true }), { minLength: 5, maxLength: 200 });
  fc.assert(
    fc.property(
      effects,
      fc.double({ min: 0, max: 9, noNaN: true }),
      fc.double({ min: 0, max: 9, noNaN: true }),
      (needed, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(chanceOfSeeing(more, needed)).toBeGreaterThanOrEqual(chanceOfSeeing(less, needed));
        expect(chanceOfSeeing(seenFourInFive(needed), needed)).toBeGreaterThanOrEqual(0.8);
      },
    ),
    { seed: 5 },
  );
});
