import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { contentHash } from './content-hash.ts';

it('is the same whatever the order of fields, and of what JSON cannot hold', () => {
  expect(contentHash({ a: 1, b: [{ d: null, c: 2 }] })).toBe(contentHash({ b: [{ c: 2, d: null }], a: 1 }));
  expect(contentHash({ a: Number.POSITIVE_INFINITY, b: undefined })).toBe(contentHash({ a: null }));
});

it('differs with any value, with the order of a list, and between a list and an object that looks like it', () => {
  const hashes = [{ a: 1 }, { a: 2 }, { a: '1' }, { b: 1 }, [1, 2], [2, 1], { fields: [['a', 1]] }, [['a', 1]], {}, []];
  expect(new Set(hashes.map(contentHash)).size).toBe(hashes.length);
});

it('differs for any two values that JSON tells apart, and for no others', () => {
  const json = fc.jsonValue({ maxDepth: 2 }).map((value): unknown => JSON.parse(JSON.stringify(value)));
  fc.assert(
    fc.property(json, json, (a, b) => {
      expect(contentHash(a) === contentHash(b)).toBe(isDeepStrictEqual(a, b));
    }),
    { seed: 16, numRuns: 500 },
  );
});
