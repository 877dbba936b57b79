// Hands 1,700 officers out to 679 wards with every explanation, beside HiGHS on the same problem.
// Run with: npx tsx bench/allocation/allocation.ts

import type { OptimalPlan } from '../../src/allocation/index.ts';
import { explainWard, planFromDemand } from '../../src/allocation/index.ts';
import { handOut } from '../../src/lib/apportionment/index.ts';
import { handOutModel } from '../../src/lib/optimisation/hand-out-model.ts';
import { solveHandOut } from '../../src/lib/optimisation/index.ts';
import { demandOf, madeUpShares } from '../../test/builders/demand-index.ts';

const WARDS = 679;
const OFFICERS = 1700;
const SEED = 20_260_301;
const RUNS = 300;
const SOLVER_RUNS = 5;
const TARGET_MILLISECONDS = 2;
/** Every ward one PCSO, so that PCSOs add their hand-out but no turn. */
const PCSOS = WARDS;

const shares = madeUpShares(WARDS, SEED);
const demand = demandOf(shares);

/** Times a computation many times over; the first tenth warms up and is not counted. */
function timed(runs: number, compute: () => void): number[] {
  const times = Array.from({ length: runs + Math.ceil(runs / 10) }, () => {
    const start = performance.now();
    compute();
    return performance.now() - start;
  });
  return times.slice(-runs).toSorted((a, b) => a - b);
}
const median = (sorted: number[]) => sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
const show = (milliseconds: number) => `${milliseconds.toFixed(milliseconds < 10 ? 3 : 1)} ms`;

async function compare(floor: number): Promise<boolean> {
  const asked = { dwo: OFFICERS, pcso: PCSOS, floors: { dwo: floor }, ceilings: { dwo: 7 } };
  const plan = planFromDemand(demand, asked);
  if (plan.kind !== 'optimal') throw new Error('The benchmark has a plan.');
  const floors = shares.map(() => floor);
  const ceilings = shares.map(() => 7);
  const plans = timed(RUNS, () => planFromDemand(demand, asked));
  const paragraphs = timed(RUNS / 10, () => {
    for (const ward of plan.wards) explainWard(plan, ward);
  });
  const handOuts = timed(RUNS, () => handOut(shares, floors, ceilings, OFFICERS));

  const solverTimes: number[] = [];
  let solved = await solveHandOut(shares, floors, ceilings, OFFICERS, 60);
  for (let run = 0; run < SOLVER_RUNS; run += 1) {
    const start = performance.now();
    solved = await solveHandOut(shares, floors, ceilings, OFFICERS, 60);
    solverTimes.push(performance.now() - start);
  }
  const solver = median(solverTimes.toSorted((a, b) => a - b));
  const identical = plan.wards.every((ward, place) => ward.dwo === solved.officers[place]);

  console.log(`${WARDS} wards, ${OFFICERS} officers, floor ${floor}, ceiling 7, seed ${SEED}`);
  console.log(`  ${explained(plan)}`);
  console.log(
    `  plan with all explanations  median ${show(median(plans))}, of ${RUNS} runs, slowest ${show(plans.at(-1) ?? 0)}`,
  );
  console.log(
    `  every ward in paragraphs    median ${show(median(paragraphs))}, on top, only for wards that are shown`,
  );
  console.log(`  hand-out alone              median ${show(median(handOuts))}`);
  console.log(
    `  HiGHS, ${handOutModel(shares, floors, ceilings, OFFICERS).model.columns.length} columns         median ${show(solver)}, of ${SOLVER_RUNS} warm runs, ${solved.status}, gap ${solved.gap}`,
  );
  console.log(
    `  answers ${identical ? 'identical' : 'DIFFERENT'}; HiGHS takes ${(solver / median(plans)).toFixed(0)} times as long`,
  );
  console.log(`  target under ${TARGET_MILLISECONDS} ms: ${median(plans) < TARGET_MILLISECONDS ? 'met' : 'MISSED'}`);
  return identical;
}

function explained({ wards, nextInLine }: OptimalPlan): string {
  const reasons = wards.reduce((sum, ward) => sum + ward.awards.length + ward.pcsoAwards.length, 0);
  return `${reasons} officers above the floor, each with its reason; ${wards.length} wards with margins; ${nextInLine.length} next in line`;
}

const identical = [await compare(2), await compare(1)];
if (identical.includes(false)) process.exitCode = 1;
