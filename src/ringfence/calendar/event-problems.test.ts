import { expect, test } from 'vitest';
import { at } from '../../../test/builders/ringfence-cases.ts';
import { emergencyKey } from './event-key.ts';
import { type DaysTyped, daysProblems, type EmergencyTyped, emergencyProblems } from './event-problems.ts';

const emergency: EmergencyTyped = {
  unit: 'Central North',
  name: 'Bridge collapse',
  firstDay: '2026-08-03',
  rank: 'Superintendent',
  authorisedAt: at('2026-08-03', '15:00'),
  expires: at('2026-08-03', '20:00'),
  source: 'Gold’s log.',
};
const days: DaysTyped = {
  unit: 'Central North',
  key: 'carnival-2027',
  firstDay: '2027-09-05',
  lastDay: '2027-09-06',
  source: 'The board.',
};

test('an emergency with everything said has no problem', () => {
  expect(emergencyProblems(emergency)).toEqual([]);
});

test.each([
  ['name', { name: ' ' }, 'Give it the name that orders use.'],
  ['firstDay', { firstDay: '3 August' }, 'Write the day on which it began as 2026-08-03.'],
  ['rank', { rank: 'Captain' }, 'Choose the rank of whoever authorised it.'],
  ['authorisedAt', { authorisedAt: null }, 'Write the day and the time at which it was authorised.'],
  ['expires', { expires: null }, 'Write the day and the time until which it holds.'],
  ['expires', { expires: at('2026-08-03', '15:00') }, 'It holds until after it was authorised.'],
  ['expires', { firstDay: '2026-08-04' }, 'It holds until after it began.'],
  [
    'expires',
    { expires: at('2026-08-18', '15:00') },
    'An authorisation holds for 14 days at most: enter another when it is renewed.',
  ],
  ['source', { source: '' }, 'Say in which log, message or order the authorisation is.'],
])('its %s is asked for by a sentence beside it', (field, rest, sentence) => {
  expect(emergencyProblems({ ...emergency, ...rest })).toEqual([{ field, sentence }]);
});

test('other days with everything said have no problem', () => {
  expect(daysProblems(days, '2027-09-04')).toEqual([]);
});

test.each([
  ['firstDay', { firstDay: 'Sunday' }, 'Write its first day as 2027-08-29.'],
  ['lastDay', { lastDay: 'Monday' }, 'Write its last day as 2027-08-30.'],
  ['firstDay', { firstDay: '2028-09-05', lastDay: '2028-09-06' }, 'Its days are in 2027.'],
  ['lastDay', { lastDay: '2027-09-04' }, 'It lasts from one day to four: choose the last of them.'],
  ['lastDay', { lastDay: '2027-09-09' }, 'It lasts from one day to four: choose the last of them.'],
  ['source', { source: '' }, 'Say who set the days, and where that is written.'],
])('their %s is asked for by a sentence beside it', (field, rest, sentence) => {
  expect(daysProblems({ ...days, ...rest }, '2027-01-01')).toEqual([{ field, sentence }]);
});

test('no other days are entered once they have begun', () => {
  expect(daysProblems(days, '2027-09-05')).toMatchObject([{ field: 'firstDay', sentence: /before they begin/ }]);
});

test('a key is made of plain letters and digits, and is short enough for the records', () => {
  expect(emergencyKey('2026-08-03', 'Pont d’Été – no. 2!')).toBe('emergency-2026-08-03-pont-d-ete-no-2');
  const long = emergencyKey('2026-08-03', 'a '.repeat(80));
  expect(long.length).toBeLessThanOrEqual(80);
  expect(long).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(emergencyKey('2026-08-03', '火事')).toBe('emergency-2026-08-03');
});
