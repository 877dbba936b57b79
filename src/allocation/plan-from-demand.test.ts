import { expect, test } from 'vitest';
import { demandOf, madeUpShares } from '../../test/builders/demand-index.ts';
import type { OptimalPlan, PlannedNumbers } from './model.ts';
import { planFromDemand } from './plan-from-demand.ts';
import { RULES } from './rules-in-force.ts';
import { termsOf } from './terms-of.ts';

function optimal(shares: number[], asked: PlannedNumbers): OptimalPlan {
  const plan = planFromDemand(demandOf(shares), asked);
  if (plan.kind !== 'optimal') throw new Error('the example has a plan');
  return plan;
}

test('officers and PCSOs are each handed out above their floors', () => {
  const plan = optimal([0.6, 0.4], { dwo: 7, pcso: 3 });
  // 0.6/√6 = 0.245 and 0.6/√12 = 0.173 go before 0.4/√6 = 0.163.
  expect(plan.wards.map(({ dwo, pcso }) => [dwo, pcso])).toEqual([
    [4, 2],
    [3, 1],
  ]);
  expect(plan.wards[0]?.awards.map(({ rank, officers }) => [rank, officers])).toEqual([
    [1, 3],
    [2, 4],
  ]);
  expect(plan.wards[1]?.awards).toMatchObject([{ rank: 3, officers: 3 }]);
  expect(plan.wards[0]?.pcsoAwards).toMatchObject([{ rank: 1, officers: 2 }]);
  expect(plan.wards[0]?.quota).toBeCloseTo(4.2, 12);
  expect(plan.objective).toBeCloseTo(0.36 / 4 + 0.16 / 3, 12);
});

test('every officer above the floor has a rank, a priority and a reason that names ward and rank', () => {
  const plan = optimal(madeUpShares(37, 7), { dwo: 118, pcso: 48 });
  const awards = plan.wards.flatMap((ward) => ward.awards.map((award) => ({ ward, ...award })));
  expect(awards.map(({ rank }) => Number(rank)).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 44 }, (_, turn) => turn + 1),
  );
  for (const { ward, rank, officers, priority, reason } of awards) {
    expect(priority).toBeCloseTo(ward.demandShare / Math.sqrt((officers - 1) * officers), 12);
    expect(reason.startsWith(`${ward.name} got the ${rank}`)).toBe(true);
    expect(reason).toMatch(/[.]$/);
  }
  expect(plan.wards.flatMap((ward) => ward.pcsoAwards)).toHaveLength(11);
});

test('from the turn on in which a ward was full, reasons speak of wards below their ceiling', () => {
  const plan = optimal([0.8, 0.1, 0.1], { dwo: 15, pcso: 3 });
  const reasons = plan.wards.flatMap((ward) => ward.awards).toSorted((a, b) => Number(a.rank) - Number(b.rank));
  expect(reasons.map(({ reason }) => reason.includes('below its ceiling') || reason.includes('by ward code'))).toEqual([
    ...Array.from({ length: 5 }, () => false),
    ...Array.from({ length: 4 }, () => true),
  ]);
});

test('a plan keeps every rule it prints', () => {
  for (const seed of [1, 2, 3]) {
    const asked = { dwo: 200, pcso: 60, ceilings: { pcso: 2 } };
    const plan = optimal(madeUpShares(37, seed), asked);
    const terms = termsOf(demandOf(madeUpShares(37, seed)), asked);
    for (const rule of RULES) expect(rule.breach(terms, plan)).toBeNull();
  }
});

test('carries the provenance of its demand', () => {
  const demand = demandOf([0.5, 0.5], {
    synthetic: true,
    missing: [
      { component: 'residents', weight: 0.2, reason: 'No figures for residents are imported for these wards.' },
    ],
  });
  expect(planFromDemand(demand, { dwo: 4, pcso: 2 })).toMatchObject({
    kind: 'optimal',
    unit: demand.unit,
    asAt: demand.asAt,
    boundaryVersion: demand.boundaryVersion,
    window: demand.window,
    weights: demand.weights,
    missing: demand.missing,
    used: demand.used,
    synthetic: true,
  });
});

test('says who gets the next officers', () => {
  const plan = optimal([0.6, 0.4], { dwo: 7, pcso: 2 });
  expect(plan.nextInLine.slice(0, 2)).toMatchObject([
    { rank: 4, code: 'E00000001', officers: 5 },
    { rank: 5, code: 'E00000002', officers: 4 },
  ]);
});

test('too few or too many is an answer that names every rule in the way', () => {
  const few = planFromDemand(demandOf(madeUpShares(37, 1)), { dwo: 70, pcso: 30 });
  expect(few).toMatchObject({
    kind: 'infeasible',
    officers: { dwo: 70, pcso: 30 },
    because: [{ rule: 'ward-floor' }, { rule: 'ward-floor' }],
  });
  const many = planFromDemand(demandOf([0.5, 0.5]), { dwo: 15, pcso: 2 });
  expect(many).toMatchObject({ kind: 'infeasible', because: [{ rule: 'ward-ceiling' }] });
  expect(many.rules.map((rule) => rule.name)).toEqual(['ward-floor', 'ward-ceiling', 'budget']);
  expect(planFromDemand(demandOf([0.5, 0.5]), { dwo: 14, pcso: 2 }).kind).toBe('optimal');
});
