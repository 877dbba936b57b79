import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupsOf } from '../groups-of.ts';
import { byLot } from './by-lot.ts';

const SETTINGS = { seed: 8, numRuns: 200 };

// Few values, so that there are ties.
const value = fc.oneof(fc.integer({ min: -4, max: 4 }), fc.double({ min: -4, max: 4, noNaN: true }));
/** Areas taken singly, in pairs and in threes. */
const lots = fc
  .record({ areas: fc.integer({ min: 3, max: 8 }), size: fc.integer({ min: 1, max: 3 }) })
  .map(({ areas, size }) => groupsOf([...Array(areas).keys()], size, null))
  .chain((groups) =>
    fc.tuple(fc.constant(groups), fc.array(value, { minLength: groups.length, maxLength: groups.length })),
  );

it('if the group is drawn by lot, p is at most α with a chance of at most α, for every α, whatever the values', () => {
  fc.assert(
    fc.property(lots, ([groups, standardised]) => {
      const all = groups.map((_, own) => byLot(groups, standardised, own));
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
    fc.property(lots, fc.constantFrom(2, 64), ([groups, standardised], factor) => {
      const turned = standardised.toReversed().map((value) => value * factor);
      expect(byLot(groups.toReversed(), turned, groups.length - 1)).toEqual(byLot(groups, standardised, 0));
    }),
    SETTINGS,
  );
});

it('the other sign swaps the sides', () => {
  fc.assert(
    fc.property(lots, ([groups, standardised]) => {
      const [own, turned] = [
        byLot(groups, standardised, 0),
        byLot(
          groups,
          standardised.map((value) => -value),
          0,
        ),
      ];
      expect(turned).toEqual({ ...own, higher: own.lower, lower: own.higher });
    }),
    SETTINGS,
  );
});
