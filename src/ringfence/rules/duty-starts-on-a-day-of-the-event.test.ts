import { expect, test } from 'vitest';
import { at, awayFrom, calendarWith, decidedBy, dutyOn, rulingCase } from '../../../test/builders/ringfence-cases.ts';
import { ruleCase } from '../policy/rule-case.ts';
import { dutyStartsOnADayOfTheEvent } from './duty-starts-on-a-day-of-the-event.ts';

const { name } = dutyStartsOnADayOfTheEvent;

const event = calendarWith().find(({ key }) => key === 'new-years-eve-2026') ?? null;

function night(day: string, from: Date, to: Date) {
  const duty = dutyOn(day, { during: { from, to } });
  return rulingCase({ duty, event, away: awayFrom(duty, { reason: 'event', event: 'new-years-eve-2026' }) });
}

test('decides alone of a duty that starts on 1 January', () => {
  const after = night('2027-01-01', at('2027-01-01', '00:00'), at('2027-01-01', '06:00'));
  expect(decidedBy(after)).toEqual([name]);
  expect(ruleCase(after)).toEqual({
    ruling: 'breach',
    because: 'The duty starts on 1 January 2027, which is not a day of New Year’s Eve 2026.',
    late: false,
  });
});

test('lets a duty that starts on New Year’s Eve be to its end, also what begins after midnight', () => {
  const eve = night('2026-12-31', at('2026-12-31', '22:00'), at('2027-01-01', '07:00'));
  expect(ruleCase(eve).ruling).toBe('exception');
  expect(ruleCase({ ...eve, away: { ...eve.away, from: at('2027-01-01', '02:00') } }).ruling).toBe('exception');
});

test('decides alone of the day before', () => {
  expect(decidedBy(night('2026-12-30', at('2026-12-30', '22:00'), at('2026-12-31', '07:00')))).toEqual([name]);
});
