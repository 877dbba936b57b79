import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSnapshots } from './compare-snapshots.ts';
import type { Change } from './model.ts';

describe('what would change for a reader', () => {
  const before = {
    officers: 5,
    wards: [
      { code: 'E1', dwo: 3 },
      { code: 'E2', dwo: 2 },
    ],
  };

  it('is every leaf that differs, with list elements matched by what tells them apart', () => {
    const after = {
      officers: 6,
      wards: [
        { code: 'E3', dwo: 2 },
        { code: 'E1', dwo: 4 },
      ],
    };
    expect(compareSnapshots(before, after, ['name', 'code'])).toEqual<Change[]>([
      { path: ['officers'], kind: 'changed', before: 5, after: 6 },
      { path: ['wards', 'E1', 'dwo'], kind: 'changed', before: 3, after: 4 },
      { path: ['wards', 'E2', 'code'], kind: 'removed', before: 'E2' },
      { path: ['wards', 'E2', 'dwo'], kind: 'removed', before: 2 },
      { path: ['wards', 'E3', 'code'], kind: 'added', after: 'E3' },
      { path: ['wards', 'E3', 'dwo'], kind: 'added', after: 2 },
    ]);
  });

  it('matches by place where a field is not every element’s own', () => {
    expect(compareSnapshots([{ code: 'E1' }, { code: 'E1' }], [{ code: 'E1' }, { code: 'E2' }], ['code'])).toEqual([
      { path: ['1', 'code'], kind: 'changed', before: 'E1', after: 'E2' },
    ]);
  });

  it('of nothing to something is all added, and back all removed', () => {
    expect(compareSnapshots(undefined, { a: [1, {}] })).toEqual([
      { path: ['a', '0'], kind: 'added', after: 1 },
      { path: ['a', '1'], kind: 'added', after: {} },
    ]);
    expect(compareSnapshots({ a: 1 }, undefined)).toEqual([{ path: ['a'], kind: 'removed', before: 1 }]);
  });

  it('tells an empty list from a full one, from an empty object and from nothing', () => {
    expect(compareSnapshots({ a: [] }, { a: [1] })).toEqual([{ path: ['a'], kind: 'changed', before: [], after: [1] }]);
    expect(compareSnapshots({ a: [] }, { a: {} })).toHaveLength(1);
    expect(compareSnapshots({ a: null }, {})).toHaveLength(1);
    expect(compareSnapshots([], [])).toEqual([]);
  });
});

/** Carries the changes out, by names alone: lists are left as objects of places. */
function leavesOf(value: unknown, path: string[] = []): Map<string, unknown> {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0)
    return new Map([[JSON.stringify(path), value]]);
  return new Map(Object.entries(value).flatMap(([name, each]) => [...leavesOf(each, [...path, name])]));
}

it('finds nothing in the same, and something wherever the JSON differs', () => {
  const json = fc.jsonValue({ maxDepth: 4 }).map((value): unknown => JSON.parse(JSON.stringify(value)));
  fc.assert(
    fc.property(json, json, (before, after) => {
      expect(compareSnapshots(before, structuredClone(before))).toEqual([]);
      expect(compareSnapshots(before, after).length === 0).toBe(fc.stringify(before) === fc.stringify(after));
    }),
    { seed: 7, numRuns: 500 },
  );
});

it('carried out on the first, gives the leaves of the second', () => {
  const row = fc.record({ a: fc.integer(), b: fc.option(fc.string()), c: fc.array(fc.nat(9), { minLength: 1 }) });
  const snapshot = fc.dictionary(fc.string(), row, { minKeys: 1 });
  fc.assert(
    fc.property(snapshot, snapshot, (before, after) => {
      const carriedOut = leavesOf(before);
      for (const { path, kind, after: value } of compareSnapshots(before, after)) {
        if (kind === 'removed') carriedOut.delete(JSON.stringify(path));
        else carriedOut.set(JSON.stringify(path), value);
      }
      expect([...carriedOut].toSorted()).toEqual([...leavesOf(after)].toSorted());
    }),
    { seed: 8, numRuns: 300 },
  );
});
