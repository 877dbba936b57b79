import { expect, test } from 'vitest';
import type { FullPlanQuestion } from './full-plan.ts';
import { settleTies } from './settle-ties.ts';

const alike: FullPlanQuestion = {
  demand: [2, 1, 2, 1, 2],
  floors: [1, 1, 1, 1, 1],
  ceilings: [9, 9, 9, 9, 9],
  officers: 11,
  groups: [],
  moves: null,
  sergeants: null,
};
const OFFICERS = [2, 1, 3, 2, 3];

test('the greater numbers go to the earlier of wards alike', () => {
  expect(settleTies(alike, OFFICERS)).toEqual([3, 2, 3, 1, 2]);
});

test.each<[string, Partial<FullPlanQuestion>]>([
  ['demand', { demand: [2.5, 1, 2, 1, 2] }],
  ['floors', { floors: [2, 1, 1, 1, 1] }],
  ['ceilings', { ceilings: [8, 9, 9, 9, 9] }],
  ['officers now', { moves: { current: [0, 1, 1, 1, 1], most: 9 } }],
  ['groups', { groups: [{ name: 'one', wards: [0], least: 0, most: 9 }] }],
])('a ward that differs in %s keeps its number', (_, more) => {
  expect(settleTies({ ...alike, ...more }, OFFICERS)).toEqual([2, 2, 3, 1, 3]);
});
