import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { handOut } from '../apportionment/index.ts';
import { handOutAgain } from './hand-out-again.ts';

const RUNS = { seed: 20260401, numRuns: 500 };

/** Few different values make ties; some wards have no demand at all. */
const share = fc.oneof(
  { weight: 4, arbitrary: fc.double({ min: 1e-6, max: 1, noNaN: true }) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }).map((quarter) => quarter / 4) },
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.constant(1e-160) },
);

/** Wards, and several demands of theirs one after the other: each starts where the one before ended. */
const instances = fc
  .array(
    fc.record({
      floor: fc.integer({ min: 0, max: 3 }),
      room: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constant(Number.POSITIVE_INFINITY)),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .chain((wards) => {
    const least = wards.reduce((sum, { floor }) => sum + floor, 0);
    const room = wards.reduce((sum, each) => sum + each.room, 0);
    const demand = fc
      .array(share, { minLength: wards.length, maxLength: wards.length })
      .filter((shares) => shares.some((each) => each > 0));
    return fc.record({
      floors: fc.constant(wards.map(({ floor }) => floor)),
      ceilings: fc.constant(wards.map(({ floor, room: above }) => floor + above)),
      officers: fc.integer({ min: least, max: least + Math.min(room, 200) }),
      demands: fc.array(demand, { minLength: 1, maxLength: 4 }),
    });
  });

test('gives the very numbers of the hand-out, whatever came before', () => {
  fc.assert(
    fc.property(instances, ({ floors, ceilings, officers, demands }) => {
      const again = handOutAgain(floors, ceilings, officers);
      for (const demand of demands) {
        const answer = handOut(demand, floors, ceilings, officers);
        again.solve(Float64Array.from(demand));
        expect(Array.from(again.numbers)).toEqual(answer.kind === 'optimal' ? answer.officers : null);
      }
    }),
    RUNS,
  );
});

describe('where no scale comes near', () => {
  const solved = (demand: number[], floor: number, ceiling: number, officers: number) => {
    const again = handOutAgain(
      demand.map(() => floor),
      demand.map(() => ceiling),
      officers,
    );
    again.solve(Float64Array.from(demand));
    return Array.from(again.numbers);
  };

  it('gives wards without demand what the others have no room for', () => {
    expect(solved([0.5, 0, 0.5, 0], 1, 100, 300)).toEqual([100, 99, 100, 1]);
  });

  it('breaks the tie of very many wards by their order', () => {
    const even = Array.from({ length: 300 }, () => 1 / 300);
    expect(solved(even, 2, 7, 750)).toEqual(even.map((_, ward) => (ward < 150 ? 3 : 2)));
  });

  it('gives the very numbers of the hand-out where hundreds are level, in groups that lie among each other', () => {
    const levels = fc.array(fc.constantFrom(0, 1, 2, 3, 4, 6), { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(levels, fc.integer({ min: 0, max: 1000 }), (groups, more) => {
        const demand = Array.from({ length: 400 }, (_, ward) => groups[(ward * 7) % groups.length] ?? 0);
        fc.pre(demand.some((each) => each > 0));
        const [floors, ceilings] = [demand.map(() => 1), demand.map(() => 4)];
        const again = handOutAgain(floors, ceilings, 400 + more);
        again.solve(Float64Array.from(demand));
        const answer = handOut(demand, floors, ceilings, 400 + more);
        expect(Array.from(again.numbers)).toEqual(answer.kind === 'optimal' ? answer.officers : null);
      }),
      { seed: 9, numRuns: 100 },
    );
  });

  it('refuses officers that do not fit', () => {
    expect(() => handOutAgain([2, 2], [7, 7], 3)).toThrow('do not fit');
    expect(() => handOutAgain([2, 2], [7, 7], 15)).toThrow('do not fit');
  });
});
