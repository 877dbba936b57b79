import { expect, test } from 'vitest';
import { emergency } from '../../../test/builders/ringfence-cases.ts';
import { sayAuthorised, sayDays, sayHeld } from './say-event.ts';
import { shippedEvents } from './shipped-events.ts';

const [carnival, eve] = shippedEvents(2026);

test('days are said as one or as a span', () => {
  expect([carnival, eve].map((each) => each && sayDays(each))).toEqual(['30 and 31 August 2026', '31 December 2026']);
});

test.each([
  ['2026-08-03', '2026-08-05', '3 to 5 August 2026'],
  ['2026-08-31', '2026-09-01', '31 August and 1 September 2026'],
  ['2026-12-30', '2027-01-02', '30 December 2026 to 2 January 2027'],
])('what the days %s to %s share is said once', (firstDay, lastDay, said) => {
  expect(sayDays({ firstDay, lastDay })).toBe(said);
});

test('an event is on the calendar to its last day, then held, unless it was called off', () => {
  const event = { calledOff: null, lastDay: '2026-08-31' };
  expect([sayHeld(event, '2026-08-31'), sayHeld(event, '2026-09-01')]).toEqual(['On the calendar', 'Held']);
  expect(sayHeld({ ...event, calledOff: 'Storm.' }, '2026-01-01')).toBe('Called off. Storm.');
});

test('an authorisation is said with its rank and both of its ends', () => {
  expect(sayAuthorised(emergency())).toBe(
    'Authorised by a Superintendent on 3 August 2026 at 15:00, until 3 August 2026 at 20:00.',
  );
  expect(carnival && sayAuthorised(carnival)).toBe('');
});
