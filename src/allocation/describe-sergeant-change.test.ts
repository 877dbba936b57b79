import { expect, test } from 'vitest';
import { demandOf } from '../../test/builders/demand-index.ts';
import { describeSergeantChange } from './describe-sergeant-change.ts';
import type { OptimalPlan } from './model.ts';
import { planFromDemand } from './plan-from-demand.ts';
import type { Tier } from './review.ts';

function planLedBy(...sergeants: [Tier, ...number[]][]): OptimalPlan {
  const plan = planFromDemand(demandOf([0.4, 0.3, 0.2, 0.1]), { dwo: 10, pcso: 4 });
  if (plan.kind !== 'optimal') throw new Error('the example has a plan');
  const led = sergeants.map(([tier, ...places]) => ({
    wards: places.map((place) => plan.wards[place - 1]?.code ?? ''),
    names: places.map((place) => `Ward ${place}`),
    tier,
    demandShare: 0.1,
  }));
  return { ...plan, sergeants: led };
}
const none = planLedBy();
const three = planLedBy(['High', 1], ['Medium', 2], ['Standard', 3, 4]);

test('says nothing where nothing is planned or nothing changes', () => {
  expect(describeSergeantChange(none, none)).toEqual([]);
  expect(describeSergeantChange(three, three)).toEqual([]);
});

test('says that sergeants are new, or gone', () => {
  expect(describeSergeantChange(none, three)).toEqual(['It plans 3 sergeants; the plan before it had none.']);
  expect(describeSergeantChange(three, none)).toEqual(['It plans no sergeants; the plan before it had 3.']);
});

test('names the wards whose tier differs, and who shares with another', () => {
  expect(describeSergeantChange(three, planLedBy(['Medium', 1], ['Standard', 2, 3], ['Medium', 4]))).toEqual([
    'Another tier in 3 wards: Ward 1 from High to Medium, Ward 2 from Medium to Standard and Ward 4 from Standard to Medium.',
    'Another ward to share a sergeant with in 1 ward: Ward 3.',
  ]);
  expect(describeSergeantChange(three, planLedBy(['High', 1], ['Medium', 2], ['Medium', 3], ['Medium', 4]))[0]).toBe(
    'It plans 4 sergeants; the plan before it had 3.',
  );
});
