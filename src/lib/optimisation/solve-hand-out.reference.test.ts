import { expect, test } from 'vitest';
import { handOut } from '../apportionment/index.ts';
import { normal, seededRandom } from '../statistics/random.ts';
import { solveHandOut } from './solve-hand-out.ts';

const random = seededRandom(20_260_301);
const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));

interface Instance {
  demand: number[];
  floors: number[];
  ceilings: number[];
  officers: number;
}

function instance(wards: number): Instance {
  const demand = Array.from({ length: wards }, () => Math.exp(0.6 * normal(random)));
  const total = demand.reduce((sum, share) => sum + share, 0);
  const floors = demand.map(() => between(1, 2));
  const capped = random() < 0.7;
  const ceilings = floors.map((floor) => (capped ? Math.max(floor, between(3, 7)) : Number.POSITIVE_INFINITY));
  const least = floors.reduce((sum, floor) => sum + floor, 0);
  const most = Math.min(
    ceilings.reduce((sum, ceiling) => sum + ceiling, 0),
    least + 2 * wards,
  );
  return { demand: demand.map((share) => share / total), floors, ceilings, officers: between(least, most) };
}

async function bothWays({ demand, floors, ceilings, officers }: Instance) {
  const handedOut = handOut(demand, floors, ceilings, officers);
  const solved = await solveHandOut(demand, floors, ceilings, officers, 60);
  return { handedOut, solved };
}

test.each([
  ['300 small commands of 2 to 8 wards', 300, () => between(2, 8)],
  ['40 commands of 37 wards', 40, () => 37],
  ['1 force of 679 wards', 1, () => 679],
])('the hand-out equals the proven optimum of HiGHS: %s', { timeout: 120_000 }, async (_, count, wards) => {
  let placed = 0;
  for (let run = 0; run < count; run += 1) {
    const { handedOut, solved } = await bothWays(instance(wards()));
    expect(solved.status).toBe('optimal');
    expect(solved.gap).toBe(0);
    if (handedOut.kind !== 'optimal') throw new Error('the instance has an answer');
    expect(solved.officers).toEqual(handedOut.officers);
    placed += handedOut.awards.length;
  }
  expect(placed).toBeGreaterThan(count);
});

test('both ways agree on what is infeasible', async () => {
  for (const officers of [5, 13]) {
    const { handedOut, solved } = await bothWays({
      demand: [2, 1, 1],
      floors: [2, 2, 2],
      ceilings: [4, 4, 4],
      officers,
    });
    expect(handedOut.kind).toBe('infeasible');
    expect(solved.status).toBe('infeasible');
  }
});
