import { expect, test } from 'vitest';
import { emergency } from '../../../test/builders/ringfence-cases.ts';
import { sayAuthorised, sayDays, sayHeld } from './say-event.ts';
import { shippedEvents } from './shipped-events.ts';

const [carnival, eve] = shippedEvents(2026);

test('days are said as one or as a span', () => {
  expect([carnival, eve].map((each) => each && sayDays(each))).toEqual([
    '30 August 2026 to 31 August 2026',
    '31 December 2026',
  ]);
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
