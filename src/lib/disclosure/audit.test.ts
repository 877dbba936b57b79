import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkedRelease, tableShapes } from '../../../test/builders/linked-tables.ts';
import { solverInterval } from '../../../test/builders/solver-attack.ts';
import { audit, type Interval, type SeenCell } from './index.ts';

const seen = (counts: Record<string, number | null>): SeenCell[] =>
  Object.entries(counts).map(([key, count]) => ({ key, count }));
function intervalsOf(
  ...[cells, relations]: [SeenCell[], { total: string; parts: string[] }[]]
): Record<string, Interval> {
  const result = audit({ cells, relations });
  if (result.kind !== 'intervals') throw new Error('some counts fit');
  return Object.fromEntries(result.intervals);
}

test('one hidden part is what the others leave', () => {
  const cells = seen({ all: 3, a: null, b: 1 });
  expect(intervalsOf(cells, [{ total: 'all', parts: ['a', 'b'] }])).toEqual({ a: { least: 2, most: 2, exact: true } });
});

test('two hidden parts of a total of 0 are both 0', () => {
  const cells = seen({ all: 0, a: null, b: null });
  const nothing = { least: 0, most: 0, exact: true };
  expect(intervalsOf(cells, [{ total: 'all', parts: ['a', 'b'] }])).toEqual({ a: nothing, b: nothing });
});

test('two hidden parts, each at least 1, of a total of 2 are both 1', () => {
  const cells = [
    { key: 'all', count: 2 },
    { key: 'a', count: null, knownBetween: { least: 1, most: 4 } },
    { key: 'b', count: null, knownBetween: { least: 1, most: 4 } },
  ];
  const one = { least: 1, most: 1, exact: true };
  expect(intervalsOf(cells, [{ total: 'all', parts: ['a', 'b'] }])).toEqual({ a: one, b: one });
});

test('what bounds alone do not tell, elimination does: in a ring of three, sums of two give each', () => {
  const cells = seen({ ab: 3, bc: 5, ca: 4, a: null, b: null, c: null });
  const relations = [
    { total: 'ab', parts: ['a', 'b'] },
    { total: 'bc', parts: ['b', 'c'] },
    { total: 'ca', parts: ['c', 'a'] },
  ];
  expect(intervalsOf(cells, relations)).toEqual({
    a: { least: 1, most: 1, exact: true },
    b: { least: 2, most: 2, exact: true },
    c: { least: 3, most: 3, exact: true },
  });
});

test('a hidden total of hidden parts has no end, and its parts none either', () => {
  const intervals = intervalsOf(seen({ all: null, a: null, b: 4 }), [{ total: 'all', parts: ['a', 'b'] }]);
  expect(intervals).toEqual({
    all: { least: 4, most: Number.POSITIVE_INFINITY, exact: true },
    a: { least: 0, most: Number.POSITIVE_INFINITY, exact: true },
  });
});

test('what cannot all be true is said to be contradictory', () => {
  const relations = [{ total: 'all', parts: ['a', 'b'] }];
  expect(audit({ cells: seen({ all: 3, a: null, b: 4 }), relations })).toEqual({ kind: 'contradictory' });
  // Each sum alone can hold; together they cannot.
  const rings = [
    { total: 'x', parts: ['a', 'b'] },
    { total: 'y', parts: ['b', 'c'] },
    { total: 'z', parts: ['c', 'a'] },
  ];
  expect(audit({ cells: seen({ x: 5, y: 5, z: 1, a: null, b: null, c: null }), relations: rings }).kind).toBe(
    'intervals',
  );
  expect(audit({ cells: seen({ x: 2, y: 8, z: 2, a: null, b: null, c: null }), relations: rings }).kind).toBe(
    'contradictory',
  );
});

test('refuses a key twice and counts that are none', () => {
  expect(() => audit({ cells: [...seen({ a: 1 }), ...seen({ a: 1 })], relations: [] })).toThrow(/same key/);
  expect(() => audit({ cells: seen({ a: -1 }), relations: [] })).toThrow(/"a" is not a whole number/);
});

test('agrees with a solver: exact intervals are equal, others never narrower', { timeout: 120_000 }, async () => {
  let exact = 0;
  let bounds = 0;
  for (const shape of fc.sample(tableShapes, { numRuns: 60, seed: 3 })) {
    const release = linkedRelease(shape);
    const cells = release.cells.map((cell, number) => ({
      ...cell,
      count: (number * 7 + shape.seed) % 3 ? cell.count : null,
    }));
    const result = audit({ cells, relations: release.relations });
    if (result.kind !== 'intervals') throw new Error('the truth fits');
    const known = new Map(
      cells.map(({ key, count, knownBetween }) => [
        key,
        { count, least: knownBetween?.least ?? 0, most: knownBetween?.most ?? Number.POSITIVE_INFINITY },
      ]),
    );
    for (const [key, interval] of [...result.intervals].slice(0, 12)) {
      const { least, most } = await solverInterval(known, release.relations, key);
      if (interval.exact) {
        expect([interval.least, interval.most]).toEqual([Math.round(least), Math.round(most)]);
        exact += 1;
        continue;
      }
      expect(interval.least).toBeLessThanOrEqual(least + 1e-6);
      expect(interval.most).toBeGreaterThanOrEqual(most - 1e-6);
      bounds += 1;
    }
  }
  expect(exact).toBeGreaterThan(200);
  expect(bounds).toBeLessThan(exact / 10);
});
