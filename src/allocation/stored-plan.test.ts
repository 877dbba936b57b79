import { expect, test } from 'vitest';
import { demandOf, madeUpShares } from '../../test/builders/demand-index.ts';
import { planFromDemand } from './plan-from-demand.ts';
import { parseStoredPlan } from './stored-plan.ts';

test('a plan comes back from JSON as it went, first officers’ endless priority included', () => {
  const asked = { dwo: 118, pcso: 20, floors: { pcso: 0 } };
  const plan = planFromDemand(demandOf(madeUpShares(37, 3)), asked);
  expect(parseStoredPlan(JSON.parse(JSON.stringify(plan)))).toEqual(plan);
  expect(JSON.stringify(plan)).toContain('"priority":null');
});

test('anything else is refused, never cast', () => {
  const plan = planFromDemand(demandOf([0.5, 0.5]), { dwo: 5, pcso: 2 });
  expect(() => parseStoredPlan({ ...plan, kind: 'infeasible' })).toThrow();
  expect(() => parseStoredPlan({ ...plan, wards: [{ code: 'E1' }] })).toThrow();
});
