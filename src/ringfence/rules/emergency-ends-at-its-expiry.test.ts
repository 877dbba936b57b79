import { expect, test } from 'vitest';
import { at, decidedBy, emergencyCase } from '../../../test/builders/ringfence-cases.ts';
import { ruleCase } from '../policy/rule-case.ts';
import { emergencyEndsAtItsExpiry } from './emergency-ends-at-its-expiry.ts';

const { name } = emergencyEndsAtItsExpiry;

test('decides alone of an absence that begins when the authorisation has expired', () => {
  const after = emergencyCase({}, '20:00');
  expect(decidedBy(after)).toEqual([name]);
  expect(ruleCase(after)).toEqual({
    ruling: 'breach',
    because: 'The authorisation of Bridge collapse expired at 20:00 on 3 August 2026.',
    late: false,
  });
});

test('lets the minute before be', () => {
  expect(ruleCase(emergencyCase({}, '19:59')).ruling).toBe('exception');
});

test('decides alone of an absence on the day before the emergency', () => {
  const { event, away, ...of } = emergencyCase({ at: at('2026-08-01', '12:00') });
  const before = { ...of, event, away: { ...away, from: at('2026-08-02', '23:59') } };
  expect(decidedBy(before)).toEqual([name]);
  expect(ruleCase(before).because).toBe('Bridge collapse began on 3 August 2026, after they were called away.');
});
