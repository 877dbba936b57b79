import fc from 'fast-check';
import { expect, test } from 'vitest';
import { demandOf, madeUpShares } from '../../test/builders/demand-index.ts';
import type { DemandIndex } from '../demand/index.ts';
import { demandOverOfficers } from '../lib/apportionment/index.ts';
import { solveFullPlan } from '../lib/optimisation/index.ts';
import { ruledPlan } from './assemble-full-plan.ts';
import { decideFullPlan } from './decide-full-plan.ts';
import { fullPlanQuestion } from './full-plan-question.ts';
import type { OptimalPlan, PlannedNumbers } from './model.ts';
import { handOutPlan } from './plan-from-demand.ts';
import { type FullPlanTask, planFully } from './plan-fully.ts';
import type { ReviewRules, SergeantsAsked } from './review.ts';
import { NO_REVIEW } from './rules-in-force.ts';
import { pairsNeeded } from './sergeant-pairs.ts';
import { breachOf, type SideAsked, termsOf } from './terms-of.ts';

const LIMITS = { timeLimitSeconds: 10, gap: 0 };
const decide = (task: FullPlanTask) => decideFullPlan(task, 10);
const noSolver = () => Promise.reject(new Error('The fast path asks no solver.'));

const SIDE = [
  ...(['cluster-balance', 'most-moves', 'most-lost', 'protected-wards'] as const),
  ...(['borough-floors', 'funded-officers', 'sergeant-span'] as const),
];

/**
 * A made-up unit of 5 to 8 wards, two rows of them touching within their borough, in two clusters, and every side rule,
 * slack or tight. With sergeants there are one or two fewer than wards.
 */
const instances = fc
  .record({
    wards: fc.integer({ min: 5, max: 8 }),
    seed: fc.integer({ min: 1, max: 10_000 }),
    extra: fc.integer({ min: 0, max: 14 }),
    within: fc.constantFrom(0.8, 1.5, 3),
    number: fc.integer({ min: 0, max: 6 }),
    camden: fc.integer({ min: 0, max: 12 }),
    protectedTo: fc.constantFrom(null, 2, 4),
    span: fc.integer({ min: 6, max: 12 }),
    fewer: fc.constantFrom(null, 0, 1, 2),
    tier: fc.constantFrom(null, 'High' as const, 'Standard' as const),
    on: fc.subarray(SIDE, { maxLength: 4 }),
  })
  .map(({ wards, seed, extra, fewer, tier, on, ...numbers }) => {
    const demand = demandOf(madeUpShares(wards, seed));
    const codes = demand.wards.map(({ code }) => code);
    const asked = { dwo: 2 * wards + extra, pcso: wards };
    const last = codes.at(-1) ?? '';
    const all = {
      'cluster-balance': { within: numbers.within },
      'most-moves': { officers: numbers.number },
      'most-lost': { officers: numbers.number % 4 },
      'protected-wards': [{ ward: last, atLeast: numbers.protectedTo, because: '' }],
      'borough-floors': [{ borough: 'Camden', atLeast: numbers.camden }],
      'funded-officers': [
        { place: 'Ward 1', wards: codes.slice(0, 1), officers: numbers.number % 3, fundedBy: 'a council', until: null },
      ],
      'sergeant-span': { people: numbers.span },
    };
    const review: ReviewRules = {
      ...NO_REVIEW,
      name: 'made up',
      side: Object.fromEntries(
        on.flatMap((name) => (fewer === null && name === 'sergeant-span' ? [] : [[name, all[name]]])),
      ),
      current: { source: 'the plan before', officers: officersBefore(wards, seed + 1, asked) },
      clusters: [
        { name: 'North', wards: codes.slice(0, 2) },
        { name: 'South', wards: codes.slice(2) },
      ],
      tiers: fewer === null || tier === null ? {} : { [last]: tier },
    };
    const touching = codes.slice(2).map((code, place) => [codes[place] ?? '', code] as const);
    const sergeants: SergeantsAsked | null =
      fewer === null
        ? null
        : { sergeants: wards - fewer, elsewhere: 0, adjacent: touching, adjacencySource: 'By a list.' };
    return { demand, asked, side: { review, sergeants } };
  });

/** What a hand-out of other demand gives each ward, by code. */
function officersBefore(wards: number, seed: number, asked: PlannedNumbers): Record<string, number> {
  const demand = demandOf(madeUpShares(wards, seed));
  const before = handOutPlan(demand, termsOf(demand, asked));
  return before.kind === 'optimal' ? Object.fromEntries(before.wards.map(({ code, dwo }) => [code, dwo])) : {};
}

const objective = ({ wards }: OptimalPlan) =>
  demandOverOfficers(
    wards.map(({ demandShare }) => demandShare),
    wards.map(({ dwo }) => dwo),
  );

/** Every rule in one question, solved without the hand-out's help: what the fast path must come to. */
async function wholeAnswer(demand: DemandIndex, asked: PlannedNumbers, side: SideAsked) {
  const bare = termsOf(demand, asked, side);
  const handedOut = handOutPlan(demand, bare);
  if (handedOut.kind !== 'optimal') throw new Error('There is always an officer for every floor.');
  const terms = { ...bare, pcsos: handedOut.wards.map(({ pcso }) => pcso) };
  const kept = breachOf(terms, ruledPlan(handedOut), ['officers']) === null;
  return { terms, handedOut, kept, answer: await solveFullPlan(fullPlanQuestion(terms), LIMITS) };
}

const shared = ({ sergeants }: OptimalPlan) => sergeants.filter(({ wards }) => wards.length > 1);
const largest = (plan: OptimalPlan) => Math.max(0, ...shared(plan).map(({ demandShare }) => demandShare));
const sumShared = (plan: OptimalPlan) => shared(plan).reduce((sum, { demandShare }) => sum + demandShare, 0);

test('a plan is as good in every stage as one solve of all its rules, by the hand-out where that keeps them', async () => {
  const seen = { fast: 0, withPairs: 0, shaped: 0, none: 0 };
  await fc.assert(
    fc.asyncProperty(instances, async ({ demand, asked, side }) => {
      const { terms, handedOut, kept, answer } = await wholeAnswer(demand, asked, side);
      const noPairs = terms.sergeants === null || pairsNeeded(terms) === 0;
      const plan = await planFully(demand, asked, side, kept && noPairs ? noSolver : decide);
      if (plan.kind === 'infeasible') {
        seen.none += 1;
        expect(answer.kind).toBe('infeasible');
        return;
      }
      if (plan.kind !== 'optimal' || answer.kind !== 'planned') throw new Error(`${plan.kind} and ${answer.kind}`);
      const [officers, most, sum] = answer.stages.map((stage) => stage.objective);
      expect(plan.objective / (officers ?? 0)).toBeCloseTo(1, 6);
      expect([largest(plan), sumShared(plan)]).toEqual([expect.closeTo(most ?? 0, 9), expect.closeTo(sum ?? 0, 9)]);
      if (plan.decidedBy === 'solver') {
        seen.shaped += 1;
        return;
      }
      seen.fast += 1;
      seen.withPairs += noPairs ? 0 : 1;
      expect(plan.wards.map(({ dwo }) => dwo)).toEqual(handedOut.wards.map(({ dwo }) => dwo));
      expect(plan.wards.map(({ awards }) => awards)).toEqual(handedOut.wards.map(({ awards }) => awards));
      expect(plan.binding.filter(({ of }) => of === 'officers')).toEqual([]);
    }),
    { seed: 11, numRuns: 80 },
  );
  expect(Math.min(...Object.values(seen)), JSON.stringify(seen)).toBeGreaterThan(5);
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
      expect(breachOf(terms, ruledPlan(plan), ['officers', 'sergeants'])).toBeNull();
      const handedOut = handOutPlan(demand, terms);
      if (handedOut.kind !== 'optimal' || plan.decidedBy === 'hand-out') return;
      shaped += 1;
      expect(objective(plan)).toBeGreaterThanOrEqual(handedOut.objective - 1e-12);
      expect(plan.objective).toBeCloseTo(objective(plan), 12);
      const places = new Map(handedOut.wards.map(({ code, awards }) => [code, awards.map(({ rank }) => rank)]));
      for (const { code, dwo, awards } of plan.wards) {
        expect(awards.map(({ officers }) => officers)).toEqual(Array.from({ length: dwo - 2 }, (_, step) => step + 3));
        const turns = (places.get(code) ?? []).slice(0, awards.length);
        expect(awards.map(({ rank }) => rank)).toEqual([...turns, ...awards.slice(turns.length).map(() => null)]);
      }
      for (const { of, cost, without } of plan.binding) {
        expect(cost).toBeGreaterThan(0);
        const has = { officers: plan.objective, 'largest shared demand': largest(plan) }[of as 'officers'];
        expect(cost + without).toBeCloseTo(has ?? sumShared(plan), 12);
      }
      expect(plan.binding.length + plan.remarks.length).toBeGreaterThan(0);
      const bought = plan.wards.flatMap(({ awards }) => awards).filter(({ reason }) => !reason.startsWith('By demand'));
      expect(bought.length).toBeGreaterThan(0);
      const missing = new Map(
        handedOut.wards.map(({ name, dwo }, place) => [name, dwo - (plan.wards[place]?.dwo ?? 0)]),
      );
      for (const [name, fewer] of missing) {
        const sent = bought.filter(({ reason }) => reason.includes(`by demand alone it would go to ${name}, and`));
        expect(sent).toHaveLength(Math.max(0, fewer));
      }
    }),
    { seed: 5, numRuns: 60 },
  );
  expect(Math.min(shaped, none)).toBeGreaterThan(5);
});
