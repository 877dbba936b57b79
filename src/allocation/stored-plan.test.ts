import { expect, test } from 'vitest';
import { demandOf, madeUpShares } from '../../test/builders/demand-index.ts';
import { planFromDemand } from './plan-from-demand.ts';
import { parseRulesFile } from './rules-file.ts';
import { parseStoredOptions, parseStoredPlan } from './stored-plan.ts';

test('a plan comes back from JSON as it went, first officers’ endless priority included', () => {
  const asked = { dwo: 118, pcso: 20, floors: { pcso: 0 } };
  const plan = planFromDemand(demandOf(madeUpShares(37, 3)), asked);
  expect(parseStoredPlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
  expect(JSON.stringify(plan)).toContain('"priority":null');
});

test('the month of a standing figure comes back too', () => {
  const [used] = demandOf([0.6, 0.4]).used;
  if (used === undefined) throw new Error('the example counts a component');
  const plan = planFromDemand(demandOf([0.6, 0.4], { used: [{ ...used, asOf: '2024-06' }] }), { dwo: 7, pcso: 3 });
  expect(parseStoredPlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
});

test('anything else is refused, never cast', () => {
  const plan = planFromDemand(demandOf([0.5, 0.5]), { dwo: 5, pcso: 2 });
  expect(() => parseStoredPlan({ ...plan, kind: 'infeasible' })).toThrow();
  expect(() => parseStoredPlan({ ...plan, wards: [{ code: 'E1' }] })).toThrow();
});

test('has its weights in the order of the components counted, whatever order the records kept them in', () => {
  const made = planFromDemand(demandOf([0.6, 0.4]), { dwo: 7, pcso: 3 });
  if (made.kind !== 'optimal') throw new Error('the example has a plan');
  const [used] = made.used;
  if (used === undefined) throw new Error('the example counts a component');
  const two = {
    ...made,
    weights: { ...made.weights, weights: { residents: 1, zeal: 3, 'recorded-crime': 2 } },
    used: [used, { ...used, component: 'residents' }],
    missing: [],
  };
  expect(Object.entries(parseStoredPlan(two).weights.weights)).toEqual([
    ['recorded-crime', 2],
    ['residents', 1],
    ['zeal', 3],
  ]);
});

test('a plan kept before there were side rules reads as one without any', () => {
  const plan = planFromDemand(demandOf([0.6, 0.4]), { dwo: 7, pcso: 3 });
  if (plan.kind !== 'optimal') throw new Error('the example has a plan');
  const { decidedBy, review, sergeants, gap, binding, current, remarks, ...old } = plan;
  expect({ decidedBy, review, sergeants, gap, binding, current, remarks }).toEqual({
    ...{ decidedBy: 'hand-out', review: null, sergeants: [], gap: 0, binding: [], current: null, remarks: [] },
  });
  expect(parseStoredPlan(JSON.parse(JSON.stringify(old)))).toEqual(plan);
});

test('what a plan was asked with comes back with its rules and sergeants', () => {
  const rules = parseRulesFile(
    '{"rules":{"most-moves":{"officers":2},"funded-officers":[{"place":"A","officers":1,"funded-by":"us"}]}}',
    'a.json',
  );
  const options = { unit: null, asAt: '2026-03-01', dwo: 7, pcso: 3, rules, sergeants: { all: 16.5, elsewhere: null } };
  expect(parseStoredOptions(JSON.parse(JSON.stringify(options)))).toEqual(options);
});
