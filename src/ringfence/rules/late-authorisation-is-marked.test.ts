import { expect, test } from 'vitest';
import {
  at,
  awayFrom,
  decidedBy,
  dutyOn,
  emergencyCase,
  ordered,
  rulingCase,
} from '../../../test/builders/ringfence-cases.ts';
import { ruleCase } from '../policy/rule-case.ts';
import { lateAuthorisationIsMarked } from './late-authorisation-is-marked.ts';

const { name } = lateAuthorisationIsMarked;

test('marks an emergency that was authorised after it had begun', () => {
  const late = emergencyCase({ at: at('2026-08-03', '16:01') });
  expect(decidedBy(late)).toEqual(['policy-rules-the-reason', name]);
  expect(ruleCase(late)).toEqual({
    ruling: 'exception',
    because:
      'Major emergency is an exception by the policy “The literal reading of 2017”. It was authorised after it had begun.',
    late: true,
  });
});

test('does not mark one that was authorised in the minute it began', () => {
  expect(ruleCase(emergencyCase({ at: at('2026-08-03', '16:00') }))).toMatchObject({
    ruling: 'exception',
    late: false,
  });
});

test('marks an order for Carnival that was given after it had begun', () => {
  const duty = dutyOn('2026-08-30');
  const away = awayFrom(duty, { reason: 'event', event: 'carnival-2026' });
  const said = (time: string) =>
    ruleCase(rulingCase({ duty, away: { ...away, order: ordered({ at: at(duty.day, time) }) } })).late;
  expect([said('14:00'), said('14:01')]).toEqual([false, true]);
});

test('marks nothing that is no exception', () => {
  const late = emergencyCase({ at: at('2026-08-03', '16:01'), rank: 'Inspector' });
  expect(ruleCase(late)).toMatchObject({ ruling: 'breach', late: false });
});

test('marks what was entered in the calendar after it had begun, whatever was typed as its authorisation', () => {
  const entered = (time: string) => {
    const { event, ...of } = emergencyCase();
    return ruleCase({ ...of, event: event === null ? null : { ...event, enteredAt: at('2026-08-03', time) } });
  };
  expect(entered('16:00').late).toBe(false);
  expect(entered('16:01')).toMatchObject({
    ruling: 'exception',
    because: expect.stringContaining('It was entered in the calendar after it had begun.'),
    late: true,
  });
});

test('marks an order that was recorded more than ten minutes after it had begun, whatever was typed as its time', () => {
  const duty = dutyOn('2026-08-30');
  const away = awayFrom(duty, { reason: 'event', event: 'carnival-2026' });
  const known = (time: string | null) => {
    const order = { ...ordered({ at: at(duty.day, '13:00') }), knownAt: time === null ? null : at(duty.day, time) };
    return ruleCase(rulingCase({ duty, away: { ...away, order } }));
  };
  expect([known(null).late, known('13:00').late, known('14:09').late]).toEqual([false, false, false]);
  expect(known('14:10')).toMatchObject({
    because: expect.stringContaining('Its order was recorded after it had begun.'),
    late: true,
  });
});
