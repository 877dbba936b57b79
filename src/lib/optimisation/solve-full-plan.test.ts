import { expect, test } from 'vitest';
import { InvalidArgument } from '../invalid-argument.ts';
import type { FullPlanQuestion, SergeantQuestion } from './full-plan.ts';
import { solveFullPlan } from './solve-full-plan.ts';

const LIMITS = { timeLimitSeconds: 20, gap: 0 };

/** Four wards in a square, 9 officers, one pair. Without more rules the wards have 4, 2, 2 and 1. */
const square: FullPlanQuestion = {
  demand: [8, 4, 3, 2],
  floors: [1, 1, 1, 1],
  ceilings: [9, 9, 9, 9],
  officers: 9,
  groups: [],
  moves: null,
  sergeants: null,
};
const pairs: SergeantQuestion = {
  sergeants: 3,
  pairs: [
    [0, 1],
    [1, 2],
    [3, 2],
    [0, 3],
  ],
  mustShare: [],
  mustNotShare: [],
  span: null,
};
const group = (wards: number[], least: number, most: number) => ({ name: 'cluster', wards, least, most });
const moves = (current: number[], most: number) => ({ current, most });

test.each<[string, Partial<FullPlanQuestion>, number[]]>([
  ['nothing more', {}, [4, 2, 2, 1]],
  ['a floor', { floors: [1, 1, 1, 2] }, [4, 2, 1, 2]],
  ['a ceiling', { ceilings: [3, 9, 9, 9] }, [3, 3, 2, 1]],
  ['a group of at least', { groups: [group([2, 3], 4, 9)] }, [3, 2, 2, 2]],
  ['a group of at most', { groups: [group([0, 1], 0, 5)] }, [3, 2, 2, 2]],
  ['a group whose limits are a rounding off whole numbers', { groups: [group([0, 1], 0, 5 - 1e-12)] }, [3, 2, 2, 2]],
  ['no moves', { moves: moves([1, 2, 3, 3], 0) }, [1, 2, 3, 3]],
  ['one move', { moves: moves([1, 2, 3, 3], 1) }, [2, 2, 3, 2]],
  ['one arrival where there is one more than now', { moves: moves([1, 2, 2, 3], 1) }, [2, 2, 2, 3]],
  ['no arrival where there are two fewer than now', { moves: moves([2, 3, 3, 3], 0) }, [2, 3, 2, 2]],
])('officers under %s', async (_, more, officers) => {
  expect(await solveFullPlan({ ...square, ...more }, LIMITS)).toMatchObject({ kind: 'planned', officers, gap: 0 });
});

test.each<[string, Partial<SergeantQuestion>, number[][], number]>([
  ['the least demand shared', {}, [[2, 3]], 5],
  ['a ward that must share', { mustShare: [0] }, [[0, 3]], 10],
  ['wards that must not', { mustNotShare: [3] }, [[1, 2]], 7],
  [
    'the largest comes before the sum',
    { sergeants: 2 },
    [
      [0, 3],
      [1, 2],
    ],
    10,
  ],
  ['a sergeant for each ward', { sergeants: 4 }, [], 0],
])('pairs with %s', async (_, more, expected, largest) => {
  const answer = await solveFullPlan({ ...square, sergeants: { ...pairs, ...more } }, LIMITS);
  const stages = [{ name: 'officers' }, { name: 'largest shared demand', objective: largest }, { gap: 0 }];
  expect(answer).toMatchObject({ pairs: expected, officers: [4, 2, 2, 1], stages });
});

test('the least sum is found where levels of shared demand differ by rounding alone', async () => {
  const demand = [4, 4, 3, 1, 2, 3].map((share) => share / 17);
  const touching = '0-1 0-3 1-2 1-3 1-4 1-5 2-3 2-5 3-4 3-5'.split(' ').map((pair): [number, number] => {
    const [a, b] = pair.split('-').map(Number);
    return [a ?? 0, b ?? 0];
  });
  const asked: FullPlanQuestion = {
    ...{ demand, floors: demand.map(() => 2), ceilings: demand.map(() => 7), officers: 20, groups: [], moves: null },
    sergeants: { sergeants: 4, pairs: touching, mustShare: [], mustNotShare: [], span: null },
  };
  const spans = [null, { most: 30, others: demand.map(() => 0) }, { most: 7, others: demand.map(() => 0) }];
  for (const span of spans) {
    const answer = await solveFullPlan({ ...asked, sergeants: { ...pairs, ...asked.sergeants, span } }, LIMITS);
    if (answer.kind !== 'planned') throw new Error(answer.kind);
    const [, largest, sum] = answer.stages;
    expect([largest?.objective, sum?.objective]).toEqual([expect.closeTo(6 / 17, 12), expect.closeTo(9 / 17, 12)]);
    expect(answer.gap).toBe(0);
  }
});

test('a span moves officers where no pair has room, and no further than it must', async () => {
  const span = { most: 4, others: [1, 1, 1, 1] };
  const answer = await solveFullPlan({ ...square, sergeants: { ...pairs, span } }, LIMITS);
  expect(answer).toMatchObject({ officers: [5, 2, 1, 1], pairs: [[2, 3]], gap: 0 });
});

test('officers as good as the best change where that lets less demand be shared', async () => {
  // Wards 0 and 1 are alike: one of them has the odd officer. Only the other has room to share with ward 2 or 3.
  const asked: FullPlanQuestion = { ...square, demand: [4, 4, 1, 2], officers: 7, ceilings: [9, 9, 1, 1] };
  const span = { most: 3, others: [0, 0, 0, 0] };
  const chosen = async (shared: [number, number][]) => {
    const answer = await solveFullPlan({ ...asked, sergeants: { ...pairs, pairs: shared, span } }, LIMITS);
    return answer.kind === 'planned' ? [answer.officers, answer.pairs] : answer.kind;
  };
  expect(
    await chosen([
      [0, 2],
      [1, 3],
    ]),
  ).toEqual([[2, 3, 1, 1], [[0, 2]]]);
  expect(
    await chosen([
      [1, 2],
      [0, 3],
    ]),
  ).toEqual([[3, 2, 1, 1], [[1, 2]]]);
});

test.each<[string, Partial<FullPlanQuestion>]>([
  ['floors above the officers', { officers: 3 }],
  ['ceilings below the officers', { ceilings: [2, 2, 2, 2] }],
  ['a floor above its ceiling', { ceilings: [9, 9, 9, 0] }],
  ['a group with too few wards', { ceilings: [3, 3, 3, 3], groups: [group([0], 4, 9)] }],
  ['a group without a whole number', { groups: [group([0], 2.2, 2.8)] }],
  ['a group of nobody', { groups: [group([], 1, 2)] }],
  ['floors that make too many arrive', { moves: moves([9, 0, 0, 0], 2) }],
  ['more sergeants than wards', { sergeants: { ...pairs, sergeants: 5 } }],
  ['more pairs than touch', { sergeants: { ...pairs, sergeants: 2, mustNotShare: [0] } }],
  ['a ward that must share and touches none', { sergeants: { ...pairs, pairs: [[0, 1]], mustShare: [3] } }],
  ['a span below two floors', { sergeants: { ...pairs, span: { most: 3, others: [1, 1, 1, 1] } } }],
])('infeasible: %s', async (_, more) => {
  expect(await solveFullPlan({ ...square, ...more }, LIMITS)).toEqual({ kind: 'infeasible' });
});

test.each<[string, Partial<FullPlanQuestion>]>([
  ['no wards', { demand: [] }],
  ['no demand', { demand: [0, 0, 0, 0] }],
  ['a floor of 0', { floors: [0, 1, 1, 1] }],
  ['too few floors', { floors: [1, 1] }],
  ['half a ceiling', { ceilings: [1.5, 9, 9, 9] }],
  ['half an officer', { officers: 8.5 }],
  ['an unknown ward in a group', { groups: [group([4], 0, 9)] }],
  ['a group that is no number', { groups: [group([0], Number.NaN, 9)] }],
  ['half an officer now', { moves: moves([1.5, 1, 1, 1], 1) }],
  ['half a sergeant', { sergeants: { ...pairs, sergeants: 2.5 } }],
  ['a ward paired with itself', { sergeants: { ...pairs, pairs: [[1, 1]] } }],
  ['too few others', { sergeants: { ...pairs, span: { most: 9, others: [1] } } }],
])("the caller's mistake: %s", async (_, more) => {
  await expect(solveFullPlan({ ...square, ...more }, LIMITS)).rejects.toThrow(InvalidArgument);
});

test('a limit too short for any solving gives what is known, with its gap, and proves nothing', async () => {
  const short = { timeLimitSeconds: 0.001, gap: 0 };
  const answer = await solveFullPlan({ ...square, sergeants: pairs }, short, [6, 1, 1, 1]);
  if (answer.kind !== 'planned') throw new Error('The beginning is an answer.');
  expect(answer.officers).toEqual([6, 1, 1, 1]);
  expect(answer.stages.map((stage) => stage.status)).toContain('time limit');
  // Σ d²/x is 64/6 + 16 + 9 + 4 and nothing is below 17²/9.
  expect(answer.gap).toBeCloseTo(1 - 17 ** 2 / 9 / (64 / 6 + 29), 12);
  const span = { most: 4, others: [1, 1, 1, 1] };
  expect(await solveFullPlan({ ...square, sergeants: { ...pairs, span } }, short)).toEqual({
    kind: 'no answer in time',
  });
});
