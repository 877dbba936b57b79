import { expect, test } from 'vitest';
import { seededRandom } from '../statistics/random.ts';
import { brokenLimits } from './broken-limits.ts';
import type { FullPlanQuestion, SergeantQuestion } from './full-plan.ts';
import { solveFullPlan } from './solve-full-plan.ts';

const random = seededRandom(20_260_401);
const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
const LIMITS = { timeLimitSeconds: 20, gap: 0 };

/** Every way of placing so many officers between floors and ceilings. */
function* placements(floors: readonly number[], ceilings: readonly number[], officers: number): Generator<number[]> {
  const [floor, ...floorsLeft] = floors;
  const [ceiling, ...ceilingsLeft] = ceilings;
  if (floor === undefined || ceiling === undefined) {
    if (officers === 0) yield [];
    return;
  }
  for (let number = floor; number <= Math.min(ceiling, officers); number += 1)
    for (const rest of placements(floorsLeft, ceilingsLeft, officers - number)) yield [number, ...rest];
}

/** Every set of pairs in which no ward is twice. */
function* matchings(pairs: readonly (readonly [number, number])[]): Generator<[number, number][]> {
  const [first, ...rest] = pairs;
  if (first === undefined) {
    yield [];
    return;
  }
  yield* matchings(rest);
  const others = rest.filter((pair) => !pair.includes(first[0]) && !pair.includes(first[1]));
  for (const chosen of matchings(others)) yield [[first[0], first[1]], ...chosen];
}

/** The least of the three objectives in turn, over every plan there is; null when there is none. */
function bruteForce(question: FullPlanQuestion): number[] | null {
  const { demand, floors, ceilings, officers, sergeants } = question;
  let best: number[] | null = null;
  const choices = sergeants === null ? [[]] : [...matchings(sergeants.pairs)];
  for (const placed of placements(floors, ceilings, officers)) {
    if (brokenLimits(question, placed, null).length > 0) continue;
    const served = demand.reduce((sum, share, ward) => sum + share ** 2 / (placed[ward] ?? 0), 0);
    for (const pairs of choices) {
      if (brokenLimits(question, placed, pairs).length > 0) continue;
      const sums = pairs.map(([a, b]) => (demand[a] ?? 0) + (demand[b] ?? 0));
      const objectives = [served, Math.max(0, ...sums), sums.reduce((total, sum) => total + sum, 0)];
      if (best === null || isBetter(objectives, best)) best = objectives;
    }
  }
  return best;
}

function isBetter(one: readonly number[], other: readonly number[]): boolean {
  for (const [stage, value] of one.entries()) {
    const against = other[stage] ?? 0;
    if (Math.abs(value - against) > 1e-9 * against) return value < against;
  }
  return false;
}

function question(withSergeants: boolean, withSpan: boolean): FullPlanQuestion {
  const wards = between(2, withSergeants ? 6 : 5);
  const places = Array.from({ length: wards }, (_, ward) => ward);
  const ties = random() < 0.4;
  const demand = places.map(() => (ties ? between(1, 3) : 0.1 + random() * 3));
  const floors = places.map(() => between(1, 2));
  const ceilings = floors.map((floor) => floor + between(0, 3));
  const room = ceilings.reduce((sum, ceiling, ward) => sum + ceiling - (floors[ward] ?? 0), 0);
  const officers = floors.reduce((sum, floor) => sum + floor, 0) + between(0, room);
  const groups = Array.from({ length: between(0, 2) }, (_, group) => {
    const members = places.filter(() => random() < 0.5);
    const middle = (officers * members.length) / wards;
    return { name: `group ${group}`, wards: members, least: middle - 0.4 - random(), most: middle + 0.4 + random() };
  });
  const moves = random() < 0.5 ? { current: places.map(() => between(1, 4)), most: between(0, 4) } : null;
  return {
    demand,
    floors,
    ceilings,
    officers,
    groups,
    moves,
    sergeants: withSergeants ? sergeantsOf(places, withSpan) : null,
  };
}

function sergeantsOf(places: readonly number[], withSpan: boolean): SergeantQuestion {
  const pairs = places.flatMap((a) =>
    places.filter((b) => b > a && random() < 0.6).map((b): [number, number] => [a, b]),
  );
  const must = places.filter(() => random() < 0.2);
  return {
    sergeants: places.length - between(0, Math.floor(places.length / 2)),
    pairs,
    mustShare: must,
    mustNotShare: places.filter((ward) => !must.includes(ward) && random() < 0.15),
    span: withSpan ? { most: between(4, 9), others: places.map(() => between(0, 2)) } : null,
  };
}

test.each([
  ['officers with groups and moves', 80, false, false],
  ['officers, and pairs apart', 60, true, false],
  ['officers and pairs tied by a span', 120, true, true],
])('the same objectives as trying every plan: %s', async (_, count, withSergeants, withSpan) => {
  const seen = { planned: 0, infeasible: 0 };
  for (let run = 0; run < count; run += 1) {
    const asked = question(withSergeants, withSpan);
    const expected = bruteForce(asked);
    const answer = await solveFullPlan(asked, LIMITS);
    if (expected === null) {
      expect(answer, JSON.stringify(asked)).toEqual({ kind: 'infeasible' });
      seen.infeasible += 1;
      continue;
    }
    if (answer.kind !== 'planned') throw new Error(`${answer.kind}: ${JSON.stringify(asked)}`);
    expect(answer.gap, JSON.stringify(asked)).toBe(0);
    for (const [place, stage] of answer.stages.entries())
      expect(stage.objective / (expected[place] || 1), JSON.stringify([asked, answer, expected])).toBeCloseTo(
        (expected[place] ?? 0) / (expected[place] || 1),
        8,
      );
    seen.planned += 1;
  }
  expect(seen.planned).toBeGreaterThan(count / 5);
  expect(seen.infeasible).toBeGreaterThan(count / 20);
});
