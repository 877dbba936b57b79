import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byLot } from './by-lot.ts';

const SETTINGS = { seed: 8, numRuns: 200 };

// Few values, so that there are ties.
const values = fc.array(fc.oneof(fc.integer({ min: -4, max: 4 }), fc.double({ min: -4, max: 4, noNaN: true })), {
  minLength: 1,
  maxLength: 60,
});

it('if the group is drawn by lot, p is at most α with a chance of at most α, for every α, whatever the values', () => {
  fc.assert(
    fc.property(values, (standardised) => {
      const all = standardised.map((_, own) => byLot(standardised, own));
      for (const side of ['twoSided', 'higher', 'lower'] as const) {
        const sorted = all.map((each) => each[side]).toSorted((a, b) => a - b);
        // Of n groups at most ⌊αn⌋ have p ≤ α: the j-th smallest p is at least j/n.
        for (const [below, p] of sorted.entries()) expect(p).toBeGreaterThanOrEqual((below + 1) / sorted.length);
      }
    }),
    SETTINGS,
  );
});

it('the order of groups and their common scale change nothing', () => {
  fc.assert(
    fc.property(values, fc.constantFrom(2, 64), (standardised, factor) => {
      const turned = standardised.toReversed().map((value) => value * factor);
      expect(byLot(turned, standardised.length - 1)).toEqual(byLot(standardised, 0));
    }),
    SETTINGS,
  );
});

it('the other sign swaps the sides', () => {
  fc.assert(
    fc.property(values, (standardised) => {
      const [own, turned] = [
        byLot(standardised, 0),
        byLot(
          standardised.map((value) => -value),
          0,
        ),
      ];
      expect(turned).toEqual({ ...own, higher: own.lower, lower: own.higher });
    }),
    SETTINGS,
  );
});
