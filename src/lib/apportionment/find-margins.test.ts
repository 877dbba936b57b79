import { expect, test } from 'vitest';
import { findMargins } from './find-margins.ts';

const NONE = Number.POSITIVE_INFINITY;

test('a ward is measured against the others, never against itself', () => {
  // The weakest step given is the third ward's own (1/√2), so it is measured against the next weakest, 5/√6.
  const margins = findMargins([9, 5, 1], [1, 1, 1], [NONE, NONE, NONE], [4, 3, 2]);
  expect(margins[2]?.gain).toBeCloseTo((5 / Math.sqrt(6)) * Math.sqrt(6), 12);
  expect(margins[0]?.gain).toBeCloseTo((1 / Math.sqrt(2)) * Math.sqrt(20), 12);
});

test('nothing to take and nobody to take it give null', () => {
  expect(findMargins([2, 1], [2, 2], [NONE, NONE], [2, 2])).toEqual([
    { gain: null, lose: null },
    { gain: null, lose: null },
  ]);
  expect(findMargins([2, 1], [1, 1], [2, 2], [2, 2])).toEqual([
    { gain: null, lose: null },
    { gain: null, lose: null },
  ]);
});

test('a step that only a ward without demand waits for cannot be lost', () => {
  expect(findMargins([2, 0], [1, 1], [NONE, NONE], [3, 1])[0]?.lose).toBeNull();
});
