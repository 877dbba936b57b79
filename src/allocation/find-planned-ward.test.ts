import { expect, test } from 'vitest';
import { demandOf } from '../../test/builders/demand-index.ts';
import { findPlannedWard } from './find-planned-ward.ts';
import type { OptimalPlan } from './model.ts';
import { planFromDemand } from './plan-from-demand.ts';

function planOf(names: [name: string, borough: string][]): OptimalPlan {
  const demand = demandOf(names.map(() => 1 / names.length));
  const wards = demand.wards.map((ward, place) => ({
    ...ward,
    name: names[place]?.[0] ?? '',
    borough: names[place]?.[1] ?? '',
  }));
  const plan = planFromDemand({ ...demand, wards }, { dwo: 10, pcso: 10 });
  if (plan.kind !== 'optimal') throw new Error('the example has a plan');
  return plan;
}
const plan = planOf([
  ['St Pancras & Somers Town', 'Camden'],
  ['Highgate', 'Camden'],
  ['Highgate', 'Haringey'],
]);

test('a ward is found by code or name, whatever the capitals', () => {
  expect(findPlannedWard(plan, 'E00000001')).toMatchObject({ kind: 'found', ward: { code: 'E00000001' } });
  expect(findPlannedWard(plan, 'st pancras and somers town')).toMatchObject({ ward: { code: 'E00000001' } });
  expect(findPlannedWard(plan, 'Highgate, Haringey')).toMatchObject({ ward: { code: 'E00000003' } });
});

test('a name that several wards have, or none, is refused with what to write', () => {
  expect(findPlannedWard(plan, 'Highgate')).toEqual({
    kind: 'refused',
    because:
      'Several wards are called "Highgate": say "Highgate, Camden" (E00000002) or "Highgate, Haringey" (E00000003).',
  });
  expect(findPlannedWard(plan, 'Somers Town')).toEqual({
    kind: 'refused',
    because: 'No ward of Central North is called "Somers Town". Did you mean St Pancras & Somers Town?',
  });
  expect(findPlannedWard(plan, 'Xanadu')).toEqual({
    kind: 'refused',
    because: 'No ward of Central North is called "Xanadu". Give a name or code from the plan.',
  });
});
