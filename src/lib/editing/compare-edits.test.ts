import { describe, expect, it, test } from 'vitest';
import { InvalidArgument } from '../invalid-argument.ts';
import { compareEdits, isSameValue } from './compare-edits.ts';

const kindOf = (seen: unknown, stored: unknown, yours: unknown) =>
  compareEdits({ seen: { a: seen }, stored: { a: stored }, yours: { a: yours } })[0]?.kind;

test.each([
  ['x', 'x', 'x', 'unchanged'],
  ['x', 'x', 'y', 'only-yours'],
  ['x', 'y', 'x', 'only-theirs'],
  ['x', 'y', 'y', 'same'],
  ['x', 'y', 'z', 'conflict'],
  [null, 'y', '', 'conflict'],
  ['x', null, 'x', 'only-theirs'],
])('%s as seen, %s as stored and %s as typed is %s', (seen, stored, yours, kind) => {
  expect(kindOf(seen, stored, yours)).toBe(kind);
});

it('keeps all three values of every field of the form, in its order, and leaves the others out', () => {
  const edits = compareEdits({
    seen: { version: 1, owner: 'Ana', title: 'Bins' },
    stored: { version: 2, owner: 'Ana', title: 'Bin fires' },
    yours: { title: 'Bins on fire', owner: 'Ben' },
  });
  expect(edits).toEqual([
    { field: 'title', kind: 'conflict', seen: 'Bins', stored: 'Bin fires', yours: 'Bins on fire' },
    { field: 'owner', kind: 'only-yours', seen: 'Ana', stored: 'Ana', yours: 'Ben' },
  ]);
});

it('refuses a field that the record does not have, instead of taking it for empty', () => {
  expect(() => compareEdits({ seen: {}, stored: { a: 1 }, yours: { a: 1 } })).toThrow(InvalidArgument);
  expect(() => compareEdits({ seen: { a: 1 }, stored: {}, yours: { a: 1 } })).toThrow(InvalidArgument);
});

describe('values are the same', () => {
  test.each([
    ['texts with other line ends', 'one\r\ntwo', 'one\ntwo'],
    ['dates of one instant', new Date('2026-03-01T00:00:00Z'), new Date('2026-03-01T00:00:00.000Z')],
    ['lists of the same', [1, { b: 'x\r\n', a: null }], [1, { a: null, b: 'x\n' }]],
    ['nothing and nothing', undefined, null],
  ])('%s', (_, one, other) => {
    expect(isSameValue(one, other)).toBe(true);
  });

  test.each([
    ['a number and its text', 1, '1'],
    ['nothing and an empty text', null, ''],
    ['dates a millisecond apart', new Date(1), new Date(2)],
    ['lists in another order', [1, 2], [2, 1]],
    ['texts with another space', 'one', 'one '],
  ])('but not %s', (_, one, other) => {
    expect(isSameValue(one, other)).toBe(false);
  });
});
