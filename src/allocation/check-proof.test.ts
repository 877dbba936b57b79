import { expect, test } from 'vitest';
import { demandOf } from '../../test/builders/demand-index.ts';
import { checkProof, type ProofQuestion, proofQuestion, proofSentence } from './check-proof.ts';
import type { OptimalPlan, PlannedNumbers } from './model.ts';
import { planFromDemand } from './plan-from-demand.ts';

function planOf(shares: number[], asked: PlannedNumbers): OptimalPlan {
  const plan = planFromDemand(demandOf(shares), asked);
  if (plan.kind !== 'optimal') throw new Error('the example has a plan');
  return plan;
}
const plan = planOf([0.6, 0.4], { dwo: 7, pcso: 2 });
function questionOf(asked: OptimalPlan): ProofQuestion {
  const question = proofQuestion(asked, 'dwo');
  if (question === null) throw new Error('the example can be asked');
  return question;
}
const check = (asked: OptimalPlan, answer: { status?: string; gap?: number | null; officers: number[] }) =>
  checkProof(asked, 'dwo', questionOf(asked), { status: 'optimal', gap: 0, ...answer });

test('asks the solver what the plan was asked', () => {
  expect(proofQuestion(plan, 'dwo')).toEqual({ demand: [0.6, 0.4], floors: [2, 2], ceilings: [7, 7], officers: 7 });
  expect(proofQuestion(plan, 'pcso')?.ceilings).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
});

test('a floor of none is asked as one where there are enough, and not at all where there are not', () => {
  expect(proofQuestion(planOf([0.6, 0.4], { dwo: 4, pcso: 3, floors: { pcso: 0 } }), 'pcso')?.floors).toEqual([1, 1]);
  expect(proofQuestion(planOf([0.6, 0.4], { dwo: 4, pcso: 1, floors: { pcso: 0 } }), 'pcso')).toBeNull();
  expect(proofQuestion(planOf([1, 0], { dwo: 4, pcso: 3, floors: { pcso: 0 } }), 'pcso')).toBeNull();
});

test('the same numbers, proven, are identical', () => {
  expect(check(plan, { officers: [4, 3] })).toEqual({ kind: 'identical' });
});

test('other numbers that are as good are a tie', () => {
  const tie = planOf([0.5, 0.5], { dwo: 5, pcso: 2 });
  expect(check(tie, { officers: [2, 3] })).toEqual({ kind: 'as good' });
});

test('better numbers, or a broken rule, refute the plan', () => {
  const wards = plan.wards.map((ward, place) => ({ ...ward, dwo: [3, 4][place] ?? 0 }));
  expect(check({ ...plan, wards }, { officers: [4, 3] }).kind).toBe('refuted');
  const broken = plan.wards.map((ward, place) => ({ ...ward, dwo: [6, 1][place] ?? 0 }));
  expect(check({ ...plan, wards: broken }, { officers: [6, 1] })).toEqual({
    kind: 'refuted',
    because: 'Ward 2 has 1 officer and the floor is 2.',
  });
});

test('a solver that gave up proves nothing', () => {
  expect(check(plan, { status: 'time limit', gap: 0.1, officers: [4, 3] }).kind).toBe('not proven');
  expect(check(plan, { gap: 0.01, officers: [4, 3] }).kind).toBe('not proven');
});

test('each verdict is one sentence', () => {
  expect(proofSentence('dwo', { kind: 'identical' })).toBe(
    'Officers: proven; HiGHS finds the same number in every ward, with no gap.',
  );
  expect(proofSentence('pcso', null)).toBe('PCSOs: not proven, because the solver cannot weigh a floor of 0.');
  expect(proofSentence('dwo', { kind: 'refuted', because: 'a rule is broken' })).toBe(
    'Officers: refuted; a rule is broken.',
  );
});
