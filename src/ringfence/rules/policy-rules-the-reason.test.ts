import { expect, test } from 'vitest';
import { adoptedFrom, awayFrom, decidedBy, dutyOn, rulingCase } from '../../../test/builders/ringfence-cases.ts';
import { PERMITTED_DEFAULT } from '../policy/permitted-default.ts';
import { ruleCase } from '../policy/rule-case.ts';
import { policyRulesTheReason } from './policy-rules-the-reason.ts';

const { name } = policyRulesTheReason;

const trained = (policy = PERMITTED_DEFAULT) => {
  const duty = dutyOn('2026-08-30');
  return rulingCase({ duty, away: awayFrom(duty, { reason: 'training' }), event: null, policy });
};

test('decides alone that training is permitted by the default, and says by which policy', () => {
  expect(decidedBy(trained())).toEqual([name]);
  expect(ruleCase(trained())).toEqual({
    ruling: 'permitted',
    because: 'Training is permitted by the policy “Training and own-case court permitted”.',
    late: false,
  });
});

test('follows a policy that rules otherwise', () => {
  const strict = adoptedFrom('2026-01-01', { rulings: { ...PERMITTED_DEFAULT.policy.rulings, training: 'breach' } });
  expect(ruleCase(trained(strict))).toMatchObject({
    ruling: 'breach',
    because: 'Training is a breach by the policy “The unit’s own”.',
  });
});
