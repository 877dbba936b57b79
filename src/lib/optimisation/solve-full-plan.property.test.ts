import { expect, test } from 'vitest';
import { handOut } from '../apportionment/index.ts';
import { normal, seededRandom } from '../statistics/random.ts';
import { brokenLimits } from './broken-limits.ts';
import type { FullPlanAnswer, FullPlanQuestion, SergeantQuestion } from './full-plan.ts';
import { solveFullPlan } from './solve-full-plan.ts';

const random = seededRandom(20_260_402);
const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
const LIMITS = { timeLimitSeconds: 20, gap: 0 };

function wardsOnly(wards: number): FullPlanQuestion {
  const demand = Array.from({ length: wards }, () => Math.exp(0.6 * normal(random)));
  const floors = demand.map(() => between(1, 2));
  const ceilings = floors.map((floor) => floor + between(0, 5));
  const room = ceilings.reduce((sum, ceiling, ward) => sum + ceiling - (floors[ward] ?? 0), 0);
  const officers = floors.reduce((sum, floor) => sum + floor, 0) + between(0, room);
  return { demand, floors, ceilings, officers, groups: [], moves: null, sergeants: null };
}

/** Wards in a row, each touching the next two; sides of a span that often binds. */
function withEverything(wards: number): FullPlanQuestion {
  const asked = wardsOnly(wards);
  const places = asked.demand.map((_, ward) => ward);
  const sergeants: SergeantQuestion = {
    sergeants: wards - between(1, Math.floor(wards / 3)),
    pairs: places.flatMap((ward) =>
      [ward + 1, ward + 2].filter((other) => other < wards).map((other): [number, number] => [ward, other]),
    ),
    mustShare: [],
    mustNotShare: [0],
    span: { most: 8, others: places.map(() => 1) },
  };
  const current = places.map(() => between(1, 4));
  return { ...asked, moves: { current, most: between(asked.officers / 4, asked.officers) }, sergeants };
}

const objectives = (answer: FullPlanAnswer) =>
  answer.kind === 'planned' ? answer.stages.map((stage) => Number(stage.objective.toPrecision(9))) : answer.kind;

test('without side rules the plan is the hand-out', async () => {
  for (let run = 0; run < 40; run += 1) {
    const asked = wardsOnly(run % 10 === 0 ? 37 : between(2, 9));
    const { demand, floors, ceilings, officers } = asked;
    const handedOut = handOut(demand, floors, ceilings, officers);
    if (handedOut.kind !== 'optimal') throw new Error('The question has an answer.');
    const answer = await solveFullPlan(asked, LIMITS);
    expect(answer).toMatchObject({ kind: 'planned', officers: handedOut.officers, gap: 0 });
    expect(objectives(answer)).toEqual([Number(handedOut.objective.toPrecision(9))]);
  }
});

test('side rules that do not bind change nothing', async () => {
  for (let run = 0; run < 20; run += 1) {
    const asked = wardsOnly(between(3, 12));
    const free = await solveFullPlan(asked, LIMITS);
    if (free.kind !== 'planned') throw new Error('The question has an answer.');
    const sum = (free.officers[0] ?? 0) + (free.officers[1] ?? 0);
    const ruled = {
      ...asked,
      groups: [{ name: 'as it is', wards: [0, 1], least: sum - 0.5, most: sum + 0.5 }],
      moves: { current: free.officers, most: 0 },
    };
    expect(await solveFullPlan(ruled, LIMITS)).toMatchObject({ officers: free.officers, gap: 0 });
  }
});

test('wards alike go by their order', async () => {
  const demand = [1, 2, 1, 2, 1, 2];
  const floors = demand.map(() => 1);
  const ceilings = demand.map(() => 9);
  for (const officers of [7, 8, 10, 11, 14]) {
    const asked = { demand, floors, ceilings, officers, groups: [], moves: null, sergeants: null };
    const handedOut = handOut(demand, floors, ceilings, officers);
    expect(await solveFullPlan(asked, LIMITS)).toMatchObject({
      officers: handedOut.kind === 'optimal' && handedOut.officers,
    });
  }
});

test('the same in another unit of demand, from any beginning, and again', async () => {
  let planned = 0;
  for (let run = 0; run < 15; run += 1) {
    const asked = withEverything(between(4, 12));
    const answer = await solveFullPlan(asked, LIMITS);
    expect(await solveFullPlan(asked, LIMITS)).toEqual(answer);
    const begun = await solveFullPlan(asked, LIMITS, asked.floors);
    expect(objectives(begun)).toEqual(objectives(answer));
    const larger = await solveFullPlan({ ...asked, demand: asked.demand.map((share) => share * 1024) }, LIMITS);
    if (answer.kind !== 'planned' || larger.kind !== 'planned') continue;
    expect(brokenLimits(asked, larger.officers, larger.pairs)).toEqual([]);
    expect(
      larger.stages.map((stage, place) => stage.objective / (answer.stages[place]?.objective ?? 0) / 1024),
    ).toEqual([expect.closeTo(1024, 4), expect.closeTo(1, 8), expect.closeTo(1, 8)]);
    planned += 1;
  }
  expect(planned).toBeGreaterThan(7);
});
