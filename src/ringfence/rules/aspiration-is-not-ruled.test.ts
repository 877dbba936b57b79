import { expect, test } from 'vitest';
import { adoptedFrom, awayFrom, decidedBy, dutyOn, rulingCase } from '../../../test/builders/ringfence-cases.ts';
import type { PolicyInForce } from '../model.ts';
import { PERMITTED_DEFAULT } from '../policy/permitted-default.ts';
import { ruleCase } from '../policy/rule-case.ts';
import type { Reason } from '../reasons.ts';
import { aspirationIsNotRuled } from './aspiration-is-not-ruled.ts';

const { name } = aspirationIsNotRuled;

const duty = dutyOn('2026-10-01', { postClass: 'extra' });
const sent = (reason: Reason, policy: PolicyInForce = PERMITTED_DEFAULT) =>
  rulingCase({ duty, away: awayFrom(duty, { reason }), event: null, policy });

test('decides alone of an extra officer sent elsewhere, while the ring-fence of such posts is an aspiration', () => {
  expect(decidedBy(sent('aid-force'))).toEqual([name]);
  expect(ruleCase(sent('aid-force'))).toEqual({
    ruling: 'unruled',
    because:
      'The ring-fence of such posts is an aspiration: otherwise a breach. Aid elsewhere in the force is a breach by the policy “Training and own-case court permitted”.',
    late: false,
  });
});

test('leaves what is permitted or kept as it is', () => {
  expect([ruleCase(sent('training')).ruling, ruleCase(sent('ward-work')).ruling]).toEqual(['permitted', 'kept']);
});

test('is over where the unit adopted the ring-fence for them', () => {
  const adopted = adoptedFrom('2026-01-01', {
    classes: { floor: 'ring-fenced', extra: 'ring-fenced', pcso: 'ring-fenced' },
  });
  expect(ruleCase(sent('aid-force', adopted)).ruling).toBe('breach');
});
