import fc from 'fast-check';
import { expect, test } from 'vitest';
import { demandOf, madeUpShares } from '../../test/builders/demand-index.ts';
import { demandOverOfficers } from '../lib/apportionment/index.ts';
import { solveFullPlan } from '../lib/optimisation/index.ts';
import { ruledPlan } from './assemble-full-plan.ts';
import { decideFullPlan } from './decide-full-plan.ts';
import { fullPlanQuestion } from './full-plan-question.ts';
import type { OptimalPlan } from './model.ts';
import { handOutPlan } from './plan-from-demand.ts';
import { type FullPlanTask, planFully } from './plan-fully.ts';
import type { ReviewRules } from './review.ts';
import { NO_REVIEW } from './rules-in-force.ts';
import { breachOf, termsOf } from './terms-of.ts';

const LIMITS = { timeLimitSeconds: 10, gap: 0 };
const decide = (task: FullPlanTask) => decideFullPlan(task, 10);
const noSolver = () => Promise.reject(new Error('The fast path asks no solver.'));

/** A made-up unit of 4 to 9 wards in a row, in two clusters, and rules about it, slack or tight. */
const instances = fc
  .record({
    wards: fc.integer({ min: 4, max: 9 }),
    seed: fc.integer({ min: 1, max: 10_000 }),
    extra: fc.integer({ min: 0, max: 14 }),
    within: fc.constantFrom(0.8, 1.5, 3),
    moves: fc.integer({ min: 0, max: 6 }),
    lost: fc.integer({ min: 0, max: 3 }),
    camden: fc.integer({ min: 0, max: 12 }),
    on: fc.subarray(['cluster-balance', 'most-moves', 'most-lost', 'borough-floors'] as const),
  })
  .map(({ wards, seed, extra, within, moves, lost, camden, on }) => {
    const demand = demandOf(madeUpShares(wards, seed));
    const codes = demand.wards.map(({ code }) => code);
    const asked = { dwo: 2 * wards + extra, pcso: wards };
    const before = handOutPlan(
      demandOf(madeUpShares(wards, seed + 1)),
      termsOf(demandOf(madeUpShares(wards, seed + 1)), asked),
    );
    const now = before.kind === 'optimal' ? before.wards.map(({ code, dwo }) => [code, dwo] as const) : [];
    const all = {
      'cluster-balance': { within },
      'most-moves': { officers: moves },
      'most-lost': { officers: lost },
      'borough-floors': [{ borough: 'Camden', atLeast: camden }],
    };
    const review: ReviewRules = {
      ...NO_REVIEW,
      name: 'made up',
      side: Object.fromEntries(on.map((name) => [name, all[name]])),
      current: { source: 'the plan before', officers: Object.fromEntries(now) },
      clusters: [
        { name: 'North', wards: codes.slice(0, 2) },
        { name: 'South', wards: codes.slice(2) },
      ],
    };
    return { demand, asked, side: { review, sergeants: null } };
  });

const objective = ({ wards }: OptimalPlan) =>
  demandOverOfficers(
    wards.map(({ demandShare }) => demandShare),
    wards.map(({ dwo }) => dwo),
  );

test('the hand-out is what the solver finds wherever it keeps every rule, and no rule then costs anything', async () => {
  let fast = 0;
  await fc.assert(
    fc.asyncProperty(instances, async ({ demand, asked, side }) => {
      const terms = termsOf(demand, asked, side);
      const handedOut = handOutPlan(demand, terms);
      if (handedOut.kind !== 'optimal' || breachOf(terms, ruledPlan(handedOut), ['officers']) !== null) return;
      fast += 1;
      const answer = await solveFullPlan(fullPlanQuestion(terms), LIMITS);
      if (answer.kind !== 'planned') throw new Error(`the solver ended with ${answer.kind}`);
      const shares = demand.wards.map(({ demandShare }) => demandShare);
      expect(demandOverOfficers(shares, answer.officers)).toBeCloseTo(handedOut.objective, 9);
      const plan = await planFully(demand, asked, side, noSolver);
      expect(plan).toEqual(handedOut);
    }),
    { seed: 11, numRuns: 60 },
  );
  expect(fast).toBeGreaterThan(15);
});

test('a plan of the solver keeps every rule, is no better than the hand-out, and has a reason for each officer', async () => {
  let shaped = 0;
  let none = 0;
  await fc.assert(
    fc.asyncProperty(instances, async ({ demand, asked, side }) => {
      const plan = await planFully(demand, asked, side, decide);
      if (plan.kind === 'infeasible') {
        none += 1;
        expect(plan.because.length).toBeGreaterThan(0);
        return;
      }
      if (plan.kind !== 'optimal') throw new Error(`ended with ${plan.kind}`);
      const terms = termsOf(demand, asked, side);
      expect(breachOf(terms, ruledPlan(plan), ['officers'])).toBeNull();
      const handedOut = handOutPlan(demand, terms);
      if (handedOut.kind !== 'optimal' || plan.decidedBy === 'hand-out') return;
      shaped += 1;
      expect(objective(plan)).toBeGreaterThanOrEqual(handedOut.objective - 1e-12);
      expect(plan.objective).toBeCloseTo(objective(plan), 12);
      const ranks = plan.wards.flatMap(({ awards }) => awards.map(({ rank }) => rank)).toSorted((a, b) => a - b);
      expect(ranks).toEqual(ranks.map((_, place) => place + 1));
      expect(plan.wards.every(({ dwo, awards }) => awards.length === dwo - 2)).toBe(true);
      for (const { cost, without } of plan.binding) {
        expect(cost).toBeGreaterThan(0);
        expect(cost + without).toBeCloseTo(plan.objective, 12);
      }
      const bought = plan.wards.flatMap(({ awards }) => awards).filter(({ reason }) => !reason.startsWith('By demand'));
      expect(bought.length).toBeGreaterThan(0);
    }),
    { seed: 5, numRuns: 60 },
  );
  expect(Math.min(shaped, none)).toBeGreaterThan(5);
});
