import { expect, it } from 'vitest';
import { planInView } from '../../../test/builders/desk-views.ts';
import { readAllocationForm } from '../read-allocation-form.ts';
import { againstPlan } from './changes.ts';
import { nameAgainst } from './name-against.ts';
import { sayWeightsSum } from './say-weights-sum.ts';
import { sayDrift, sayWhatIf } from './say-what-if.ts';

const plan = planInView(false);
const start = {
  ...plan.limits.officers,
  ...{ floors: plan.limits.floors, ceilings: plan.limits.ceilings, weights: plan.weights, asAt: plan.asAt },
};
const read = (fields: Record<string, string>) => readAllocationForm(fields, start, Object.keys(plan.weights.weights));

it('says which field is wrong, why there is no plan, or what changes', () => {
  const against = againstPlan(plan, '2026-03-01');
  expect(sayWhatIf({ form: read({ dwo: 'a lot' }), plan: null }, against)).toBe(
    'Officers must be a whole number, such as 118.',
  );
  const { wards: _wards, kind: _kind, ...stated } = plan;
  const because = [{ rule: 'ward-floor', sentence: 'The floor needs 74 officers.' }];
  expect(sayWhatIf({ form: read({}), plan: { ...stated, kind: 'infeasible', because } }, against)).toBe(
    'No plan. The floor needs 74 officers.',
  );
  expect(sayWhatIf({ form: read({}), plan }, against)).toBe('No ward’s number changes.');
  expect(sayWhatIf({ form: read({}), plan }, null)).toMatch(/^118 officers and \d+ PCSOs for 37 wards[.]$/);
});

it('warns where not every change comes from the sliders', () => {
  const against = againstPlan(plan, '2026-03-01');
  expect(sayDrift({ form: read({}), plan }, against)).toBe('');
  const [first] = plan.wards;
  const officers = { ...against?.officers, [first?.code ?? '']: { dwo: 1, pcso: 1 } };
  expect(sayDrift({ form: read({}), plan }, { officers, inForceSince: '2026-03-01' })).toMatch(
    /^1 ward changes even with the very numbers of the plan in force: /,
  );
});

it('names what changes are measured against', () => {
  expect(nameAgainst({ officers: {}, inForceSince: '2026-03-01' })).toBe('the plan in force since 1 March 2026');
  expect(nameAgainst({ officers: {}, inForceSince: null })).toMatch(/^the plan this page puts forward/);
});

it('says what becomes of weights that do not sum to 100', () => {
  expect(sayWeightsSum(120)).toBe('They sum to 120: each counts for its share of that.');
  expect(sayWeightsSum(null)).toBe('');
});
