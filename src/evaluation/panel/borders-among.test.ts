import { expect, it } from 'vitest';
import { bordersAmong } from './borders-among.ts';

it('tells borders by the places of the areas asked about, and leaves out all others', () => {
  const borders = [
    ['A', 'B'],
    ['B', 'C'],
    ['C', 'A'],
    ['C', 'D'],
  ] as const;
  expect(bordersAmong(['C', 'A', 'E'], borders)).toEqual([[0, 1]]);
  expect(bordersAmong(['B', 'A', 'C'], borders)).toEqual([
    [1, 0],
    [0, 2],
    [2, 1],
  ]);
  expect(bordersAmong([], borders)).toEqual([]);
});
