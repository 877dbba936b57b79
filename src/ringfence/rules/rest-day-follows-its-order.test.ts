import { expect, test } from 'vitest';
import { awayFrom, decidedBy, dutyOn, rulingCase } from '../../../test/builders/ringfence-cases.ts';
import { ruleCase } from '../policy/rule-case.ts';
import type { Verdict } from '../policy/ruling-rule.ts';
import { restDayFollowsItsOrder } from './rest-day-follows-its-order.ts';

const { name } = restDayFollowsItsOrder;

const duty = dutyOn('2026-09-07');
const givenBack = (charged: Verdict | null) =>
  rulingCase({ duty, away: awayFrom(duty, { reason: 'rest-day-given-back' }), event: null, charged });

test('decides alone of a rest day that Carnival took: an exception, late as that was', () => {
  const exempt = givenBack({ ruling: 'exception', because: 'It was Carnival.', late: true });
  expect(decidedBy(exempt)).toEqual([name]);
  expect(ruleCase(exempt)).toEqual({
    ruling: 'exception',
    because: 'It is charged to the order that took the rest day. It was Carnival.',
    late: true,
  });
});

test('is the policy’s to rule where it is not said which order took it', () => {
  expect(ruleCase(givenBack(null))).toMatchObject({ ruling: 'breach', because: /^Rest day given back is a breach/ });
});

test('is kept where the order was for work of the ward', () => {
  const charged = { ruling: 'kept', because: 'It is work for the ward.', late: false } as const;
  expect(decidedBy(givenBack(charged))).toEqual([name]);
  expect(ruleCase(givenBack(charged)).ruling).toBe('kept');
});
