import { expect, test } from 'vitest';
import { awayFrom, decidedBy, dutyOn, emergencyCase, rulingCase } from '../../../test/builders/ringfence-cases.ts';
import { ruleCase } from '../policy/rule-case.ts';
import { exceptionNeedsAnEvent } from './exception-needs-an-event.ts';

const { name } = exceptionNeedsAnEvent;

const duty = dutyOn('2026-08-30');

test('decides alone where no event is named, though it is Carnival and there is an order', () => {
  const unnamed = rulingCase({ away: awayFrom(duty, { reason: 'event' }), event: null });
  expect(decidedBy(unnamed)).toEqual([name]);
  expect(ruleCase(unnamed)).toEqual({
    ruling: 'breach',
    because: 'It names no event: an exception needs the event and the order.',
    late: false,
  });
});

test('decides alone where the calendar does not have the event', () => {
  const unknown = rulingCase({ away: awayFrom(duty, { reason: 'event', event: 'carnival-1066' }), event: null });
  expect(decidedBy(unknown)).toEqual([name]);
  expect(ruleCase(unknown).because).toBe('It names an event that the calendar does not have.');
});

test('decides alone where the event is not of the kind of its reason', () => {
  const mistaken = rulingCase({ away: awayFrom(duty, { reason: 'major-emergency', event: 'carnival-2026' }) });
  expect(decidedBy(mistaken)).toEqual([name]);
  expect(ruleCase(mistaken).because).toBe('It names Notting Hill Carnival 2026, which is an event of another kind.');
  const { event, away, ...of } = emergencyCase();
  expect(ruleCase({ ...of, event, away: { ...away, reason: 'event' } }).ruling).toBe('breach');
});
