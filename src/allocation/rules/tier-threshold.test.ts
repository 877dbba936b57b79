import { expect, test } from 'vitest';
import { inARow, planOf, termsFor, wardsIn } from '../../../test/builders/plan-terms.ts';
import type { Tier } from '../review.ts';
import { highThreshold, tierByDemand, tierThreshold } from './tier-threshold.ts';

const wards = wardsIn('CCCC').map((ward, place) => ({ ...ward, demandShare: [0.4, 0.3125, 0.2, 0.0875][place] ?? 0 }));
const at = (tiers: Record<string, Tier> = {}) =>
  termsFor({ dwo: 14, pcso: 4 }, { wards, sergeants: inARow(4, 4), review: { tiers } });
const alone = (...tiers: Tier[]) => tiers.map((tier, place) => ({ wards: [`E0${place + 1}`], tier }));

test('reads with the share it comes to', () => {
  expect(tierThreshold.inForce(at())?.sentence).toBe(
    'A ward with a sergeant of its own is High from 31.25% of demand, 1.25 times the average, and Medium below.',
  );
  expect(tierThreshold.inForce(termsFor({ dwo: 14, pcso: 4 }))).toBeNull();
});

test('High from exactly the threshold, Medium below it', () => {
  expect(highThreshold(at())).toBe(0.3125);
  expect(wards.map(({ code }) => tierByDemand(at(), code))).toEqual(['High', 'High', 'Medium', 'Medium']);
});

test('broken by one ward of another tier than its demand, unless it was fixed', () => {
  const broken = (tiers: Record<string, Tier>, ...has: Tier[]) =>
    tierThreshold.breach(at(tiers), planOf(at(tiers), [4, 4, 3, 3], alone(...has)));
  expect(broken({}, 'High', 'High', 'Medium', 'Medium')).toBeNull();
  expect(broken({}, 'High', 'Medium', 'Medium', 'Medium')).toBe('B is Medium and by its demand High.');
  expect(broken({ E02: 'Medium' }, 'High', 'Medium', 'Medium', 'Medium')).toBeNull();
});
