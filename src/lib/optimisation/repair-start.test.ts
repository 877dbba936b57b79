import { expect, test } from 'vitest';
import { handOut } from '../apportionment/index.ts';
import { seededRandom } from '../statistics/random.ts';
import { brokenLimits } from './broken-limits.ts';
import type { FullPlanQuestion } from './full-plan.ts';
import { repairStart } from './repair-start.ts';

const square: FullPlanQuestion = {
  demand: [8, 4, 3, 2],
  floors: [1, 1, 1, 1],
  ceilings: [9, 9, 9, 9],
  officers: 9,
  groups: [],
  moves: null,
  sergeants: null,
};

test('without groups and moves it is the hand-out', () => {
  const { demand, floors, ceilings, officers } = square;
  expect(handOut(demand, floors, ceilings, officers)).toMatchObject({ officers: repairStart(square) });
});

test('fills a group below its least first, keeps one at its most, and has no more arrivals than allowed', () => {
  expect(repairStart({ ...square, groups: [{ name: 'South', wards: [2, 3], least: 5, most: 9 }] })).toEqual([
    3, 1, 3, 2,
  ]);
  expect(repairStart({ ...square, groups: [{ name: 'North', wards: [0], least: 0, most: 2 }] })).toEqual([2, 3, 2, 2]);
  expect(repairStart({ ...square, moves: { current: [1, 2, 3, 3], most: 1 } })).toEqual([2, 2, 3, 2]);
});

test('where the greedy way finds none it says so', () => {
  expect(repairStart({ ...square, ceilings: [1, 1, 1, 1] })).toBeNull();
  expect(repairStart({ ...square, officers: 3 })).toBeNull();
  expect(repairStart({ ...square, moves: { current: [0, 0, 9, 0], most: 2 } })).toBeNull();
  expect(repairStart({ ...square, groups: [{ name: 'South', wards: [3], least: 10, most: 12 }] })).toBeNull();
});

test('what it finds keeps every limit, on 300 questions', () => {
  const random = seededRandom(20_260_403);
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  let found = 0;
  for (let run = 0; run < 300; run += 1) {
    const wards = between(2, 12);
    const places = Array.from({ length: wards }, (_, ward) => ward);
    const question: FullPlanQuestion = {
      demand: places.map(() => 0.1 + random()),
      floors: places.map(() => between(1, 2)),
      ceilings: places.map(() => between(2, 6)),
      officers: between(wards, 3 * wards),
      groups: [
        { name: 'half', wards: places.filter((ward) => ward % 2 === 0), least: between(1, wards), most: 2 * wards },
      ],
      moves: { current: places.map(() => between(0, 4)), most: between(0, 2 * wards) },
      sergeants: null,
    };
    const officers = repairStart(question);
    if (officers === null) continue;
    expect(brokenLimits(question, officers, null)).toEqual([]);
    found += 1;
  }
  expect(found).toBeGreaterThan(60);
});
