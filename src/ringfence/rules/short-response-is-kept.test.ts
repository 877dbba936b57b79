import { expect, test } from 'vitest';
import { adoptedFrom, awayFrom, decidedBy, dutyOn, rulingCase } from '../../../test/builders/ringfence-cases.ts';
import { ruleCase } from '../policy/rule-case.ts';
import { shortResponseIsKept } from './short-response-is-kept.ts';

const { name } = shortResponseIsKept;

const duty = dutyOn('2026-08-30');
const responding = (lastedMinutes: number, rest = {}) =>
  rulingCase({ duty, away: awayFrom(duty, { reason: 'response' }), event: null, lastedMinutes, ...rest });

test('decides alone of a response of 29 minutes', () => {
  expect(decidedBy(responding(29))).toEqual([name]);
  expect(ruleCase(responding(29))).toEqual({
    ruling: 'kept',
    because: 'It lasted 29 minutes: an emergency response under 30 is kept.',
    late: false,
  });
});

test('does not keep one of 30 minutes, nor other work of 29', () => {
  expect(ruleCase(responding(30))).toMatchObject({
    ruling: 'breach',
    because: expect.stringMatching(/ It lasted 30 minutes; under 30 is kept\.$/),
  });
  expect(ruleCase(responding(29, { away: awayFrom(duty, { reason: 'custody' }) })).ruling).toBe('breach');
});

test('takes its minutes from the policy', () => {
  const policy = adoptedFrom('2026-01-01', { shortResponseMinutes: 15 });
  expect([14, 15].map((minutes) => ruleCase(responding(minutes, { policy })).ruling)).toEqual(['kept', 'breach']);
});
