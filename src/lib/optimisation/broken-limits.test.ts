import { expect, test } from 'vitest';
import { brokenLimits } from './broken-limits.ts';
import type { FullPlanQuestion, SergeantQuestion } from './full-plan.ts';
import type { Pair } from './pairs-model.ts';

const sergeants: SergeantQuestion = {
  sergeants: 3,
  pairs: [
    [1, 0],
    [2, 3],
    [0, 2],
  ],
  mustShare: [0],
  mustNotShare: [3],
  span: { most: 7, others: [1, 1, 1, 1] },
};
const question: FullPlanQuestion = {
  demand: [4, 3, 2, 1],
  floors: [2, 1, 1, 1],
  ceilings: [5, 5, 5, 2],
  officers: 9,
  groups: [{ name: 'North', wards: [0, 1], least: 4.5, most: 5.5 }],
  moves: { current: [2, 2, 2, 2], most: 1 },
  sergeants,
};
const OFFICERS = [3, 2, 2, 2];
const PAIRS: Pair[] = [[0, 1]];

test('a plan that keeps every limit', () => {
  expect(brokenLimits(question, OFFICERS, PAIRS)).toEqual([]);
});

test.each<[string, Partial<FullPlanQuestion>]>([
  ['floors', { floors: [2, 1, 3, 1] }],
  ['ceilings', { ceilings: [5, 1, 5, 2] }],
  ['officers', { officers: 10 }],
  ['North', { groups: [{ name: 'North', wards: [0, 1], least: 5.5, most: 9 }] }],
  ['North', { groups: [{ name: 'North', wards: [0, 1], least: 0, most: 4.5 }] }],
  ['most moves', { moves: { current: [2, 2, 2, 2], most: 0 } }],
  ['most moves', { moves: { current: [9, 1, 1, 1], most: 2 } }],
  ['number of pairs', { sergeants: { ...sergeants, sergeants: 2 } }],
  ['allowed pairs', { sergeants: { ...sergeants, pairs: [[0, 2]] } }],
  ['allowed pairs', { sergeants: { ...sergeants, mustNotShare: [1] } }],
  ['wards that must share', { sergeants: { ...sergeants, mustShare: [2] } }],
  ['sergeant span', { sergeants: { ...sergeants, span: { most: 6, others: [1, 1, 1, 1] } } }],
])('breaks %s alone', (name, limits) => {
  expect(brokenLimits({ ...question, ...limits }, OFFICERS, PAIRS)).toEqual([name]);
});

test('breaks what the numbers themselves break', () => {
  expect(brokenLimits(question, [3.5, 1.5, 2, 2], PAIRS)).toEqual(['whole officers', 'most moves']);
  const twice: Pair[] = [
    [0, 1],
    [0, 2],
  ];
  expect(brokenLimits({ ...question, sergeants: { ...sergeants, sergeants: 2 } }, OFFICERS, twice)).toEqual([
    'one pair a ward',
  ]);
});

test('without pairs only officers are asked about', () => {
  expect(brokenLimits(question, OFFICERS, null)).toEqual([]);
});
