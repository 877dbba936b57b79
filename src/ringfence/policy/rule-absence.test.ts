import { expect, test } from 'vitest';
import { adoptedFrom, at, awayFrom, calendarWith, dutyOn, ordered } from '../../../test/builders/ringfence-cases.ts';
import { LITERAL_2017 } from './literal-2017.ts';
import { ruleAbsence } from './rule-absence.ts';

const events = calendarWith();
const ringFenced = { floor: 'ring-fenced', extra: 'ring-fenced', pcso: 'ring-fenced' } as const;
const switched = adoptedFrom('2026-10-15', { classes: ringFenced });

test('the switch of extra posts holds from its day, and not a day before', () => {
  const on = (day: string) => {
    const duty = dutyOn(day, { postClass: 'extra' });
    return ruleAbsence({ absence: awayFrom(duty), duty, timeline: [switched], events });
  };
  expect([on('2026-10-14').ruling, on('2026-10-15').ruling]).toEqual(['unruled', 'breach']);
  expect([on('2026-10-14').policy.id, on('2026-10-15').policy.id]).toEqual([null, 7]);
});

test('a duty over midnight is ruled by the policy of the day on which it starts', () => {
  const during = { from: at('2026-10-14', '22:00'), to: at('2026-10-15', '07:00') };
  const duty = dutyOn('2026-10-14', { postClass: 'extra', during });
  const absence = awayFrom(duty, { from: at('2026-10-15', '01:00') });
  expect(ruleAbsence({ absence, duty, timeline: [switched], events }).ruling).toBe('unruled');
});

test('the literal reading of the same is had by giving it alone', () => {
  const duty = dutyOn('2026-10-14');
  const absence = awayFrom(duty, { reason: 'training' });
  expect(ruleAbsence({ absence, duty, timeline: [], events }).ruling).toBe('permitted');
  expect(ruleAbsence({ absence, duty, timeline: [LITERAL_2017], events }).ruling).toBe('breach');
});

test('a rest day given back is counted as the order that took it, by the policy of that day', () => {
  const carnival = dutyOn('2026-08-30', { kind: 'rest-day' });
  const order = ordered({ by: 'senior-officer' });
  const charged = { away: awayFrom(carnival, { reason: 'event', event: 'carnival-2026', order }), duty: carnival };
  const duty = dutyOn('2026-10-20');
  const absence = awayFrom(duty, { reason: 'rest-day-given-back', order: null });
  const strict = adoptedFrom('2026-10-15', { rulings: { ...LITERAL_2017.policy.rulings, event: 'breach' } });
  expect(ruleAbsence({ absence, duty, timeline: [strict], events, charged })).toMatchObject({
    ruling: 'exception',
    policy: { id: null },
    counted: { reason: 'event', orderedBy: 'senior-officer', event: 'carnival-2026' },
  });
  expect(ruleAbsence({ absence, duty, timeline: [strict], events })).toMatchObject({
    ruling: 'breach',
    policy: { id: 7 },
    counted: { reason: 'rest-day-given-back', orderedBy: '', event: '' },
  });
});

test('a rest day given back for work of the ward is kept, and one for an emergency response never is', () => {
  const restDay = dutyOn('2026-08-29', { kind: 'rest-day' });
  const duty = dutyOn('2026-10-20');
  const absence = awayFrom(duty, { reason: 'rest-day-given-back', order: null });
  const given = (away: Parameters<typeof awayFrom>[1]) =>
    ruleAbsence({ absence, duty, timeline: [], events, charged: { away: awayFrom(restDay, away), duty: restDay } });
  expect(given({ reason: 'ward-work' }).ruling).toBe('kept');
  expect(given({ reason: 'response', to: at('2026-08-29', '14:20') }).ruling).toBe('breach');
});

test('one response straight after another counts as one', () => {
  const duty = dutyOn('2026-10-14');
  const first = awayFrom(duty, { reason: 'response', from: at(duty.day, '15:00'), to: at(duty.day, '15:20') });
  const asked = (from: string, to: string, rest = {}) => {
    const second = awayFrom(duty, { reason: 'response', from: at(duty.day, from), to: at(duty.day, to), ...rest });
    return ruleAbsence({ absence: first, duty, timeline: [], events, beside: [first, second] }).ruling;
  };
  expect(asked('15:20', '15:40')).toBe('breach');
  expect(asked('15:21', '15:41')).toBe('kept');
  expect(asked('14:50', '15:00')).toBe('breach');
  expect(asked('15:20', '15:40', { reason: 'custody' })).toBe('kept');
});
