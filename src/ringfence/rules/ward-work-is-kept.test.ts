import { expect, test } from 'vitest';
import { adoptedFrom, awayFrom, decidedBy, dutyOn, rulingCase } from '../../../test/builders/ringfence-cases.ts';
import { PERMITTED_DEFAULT } from '../policy/permitted-default.ts';
import { ruleCase } from '../policy/rule-case.ts';
import { wardWorkIsKept } from './ward-work-is-kept.ts';

const { name } = wardWorkIsKept;

const duty = dutyOn('2026-08-30');
const harsh = adoptedFrom('2026-01-01', { rulings: { ...PERMITTED_DEFAULT.policy.rulings, 'ward-work': 'breach' } });
const away = (reason: 'ward-work' | 'custody') =>
  rulingCase({ duty, away: awayFrom(duty, { reason }), event: null, policy: harsh });

test('decides alone, whatever a policy says of ward work', () => {
  expect(decidedBy(away('ward-work'))).toEqual([name]);
  expect(ruleCase(away('ward-work'))).toEqual({ ruling: 'kept', because: 'It is work for the ward.', late: false });
});

test('is not about custody that is not of the ward', () => {
  expect(ruleCase(away('custody')).ruling).toBe('breach');
});
