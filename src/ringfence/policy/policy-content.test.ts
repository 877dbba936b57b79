import { expect, test } from 'vitest';
import { REASONS } from '../reasons.ts';
import { PERMITTED_DEFAULT } from './permitted-default.ts';
import { policyContent, rulingsOpenTo } from './policy-content.ts';
import { SHIPPED_POLICIES } from './shipped-policies.ts';

const { policy } = PERMITTED_DEFAULT;
const taken = (rest: object) => policyContent.safeParse({ ...policy, ...rest }).success;

test('every shipped policy is one, and comes back as it went in', () => {
  for (const shipped of Object.values(SHIPPED_POLICIES)) {
    expect(policyContent.parse(JSON.parse(JSON.stringify(shipped.policy)))).toEqual(shipped.policy);
  }
});

test('only named events can be exceptions, and ward work is kept and nothing else is', () => {
  const open = (ruling: string) =>
    REASONS.filter(({ reason }) => rulingsOpenTo(reason).some((each) => each === ruling)).map(({ reason }) => reason);
  expect(open('exception')).toEqual(['event', 'major-emergency']);
  expect(open('kept')).toEqual(['ward-work']);
  expect(taken({ rulings: { ...policy.rulings, custody: 'exception' } })).toBe(false);
  expect(taken({ rulings: { ...policy.rulings, custody: 'kept' } })).toBe(false);
  expect(taken({ rulings: { ...policy.rulings, 'ward-work': 'breach' } })).toBe(false);
  expect(taken({ rulings: { ...policy.rulings, custody: 'permitted' } })).toBe(true);
});

test('no reason is left out or unheard of, and every setting lies within its bounds', () => {
  const { custody, ...fewer } = policy.rulings;
  expect(custody).toBe('breach');
  for (const wrong of [
    { rulings: fewer },
    { rulings: { ...policy.rulings, holiday: 'breach' } },
    { rulings: null },
    { shortResponseMinutes: 121 },
    { shortResponseMinutes: 29.5 },
    { emergencyRank: 'Captain' },
    { closesOnDay: 29 },
    { presumedShare: 1.1 },
    { cover: [{ from: '7', to: '23:00', officers: 1, pcsos: 0 }] },
    { classes: { floor: 'ring-fenced' } },
    { further: true },
    { format: 'other' },
  ]) {
    expect([wrong, taken(wrong)]).toEqual([wrong, false]);
  }
});
