import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lotCanCall, sequentialByLot } from './by-lot.ts';
import { type Spending, spentBy } from './spending.ts';

const FRACTIONS = [3 / 13, 6 / 13, 9 / 13, 1];
const PATHS = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 4, maxLength: 4 }), {
  minLength: 1,
  maxLength: 60,
});
const SPENDING = fc.constantFrom<Spending>('Pocock', "O'Brien and Fleming", { power: 2 });

test('over all groups that the lot could have fallen on, at most the stated share is called, by every look', () => {
  fc.assert(
    fc.property(PATHS, SPENDING, fc.double({ min: 0.01, max: 0.5, noNaN: true }), (paths, spending, rate) => {
      const tests = paths.map((_, own) => sequentialByLot({ paths, own, rate, spending, fractions: FRACTIONS }));
      FRACTIONS.forEach((fraction, look) => {
        const crossed = tests.filter((looks) => looks.slice(0, look + 1).some((each) => each.crossed)).length;
        expect(crossed).toBe(tests[0]?.[look]?.called);
        expect(crossed / paths.length).toBeLessThanOrEqual(spentBy(spending, rate, fraction) + 1e-9);
      });
    }),
    { seed: 8 },
  );
});

test('without ties, all that the rate allows are called', () => {
  const paths = Array.from({ length: 400 }, (_, group) => FRACTIONS.map((_, look) => Math.sin(group * 7 + look * 31)));
  const tests = paths.map((_, own) =>
    sequentialByLot({ paths, own, rate: 0.05, spending: 'Pocock', fractions: FRACTIONS }),
  );
  expect(tests.filter((looks) => looks.some(({ crossed }) => crossed))).toHaveLength(20);
});

test('a group crosses at a look exactly where it exceeds the threshold and was not called before', () => {
  fc.assert(
    fc.property(PATHS, SPENDING, (paths, spending) => {
      let before = false;
      const looks = sequentialByLot({ paths, own: 0, rate: 0.2, spending, fractions: FRACTIONS });
      looks.forEach(({ threshold, crossed }, look) => {
        const beyond = threshold !== null && (paths[0]?.[look] ?? 0) > threshold;
        expect(crossed).toBe(beyond && !before);
        before ||= crossed;
      });
    }),
    { seed: 8 },
  );
});

test('the threshold does not hang on how far the group itself went', () => {
  const others = Array.from({ length: 99 }, (_, group) => FRACTIONS.map((_, look) => Math.cos(group * 5 + look)));
  const thresholds = (own: number) =>
    sequentialByLot({
      paths: [FRACTIONS.map(() => own), ...others],
      own: 0,
      rate: 0.05,
      spending: 'Pocock',
      fractions: FRACTIONS,
    }).map(({ threshold }) => threshold);
  expect(thresholds(50)[0]).toBe(thresholds(-50)[0]);
});

test('27 areas are too few for a rate of 1 in 50, and 406 pairs are not', () => {
  expect(lotCanCall(28, 0.02)).toBe(false);
  expect(lotCanCall(406, 0.02)).toBe(true);
  // 20 groups at 1 in 20: one place, though 20 × 0.05 may fall short of 1 by rounding.
  expect(lotCanCall(20, 0.05)).toBe(true);
});

test('a group that is not there, and looks without figures, are refused', () => {
  const asked = { own: 0, rate: 0.05, spending: 'Pocock' as const, fractions: FRACTIONS };
  expect(() => sequentialByLot({ ...asked, paths: [[1, 2, 3, 4]], own: 1 })).toThrow('no group');
  expect(() => sequentialByLot({ ...asked, paths: [[1, 2]] })).toThrow('each look');
});
