import { expect, it, test } from 'vitest';
import { dutySpan } from './duty-span.ts';

test.each([
  ['2026-03-28', 8],
  ['2026-10-24', 10],
  ['2026-06-10', 9],
])('a night from 22:00 to 07:00 on %s has %d hours', (day, hours) => {
  expect(dutySpan({ day, start: '22:00', end: '07:00' })).toMatchObject({ kind: 'span', minutes: hours * 60 });
});

it('asks which of two, and takes the one that is said', () => {
  const early = { day: '2026-10-25', start: '01:30', end: '07:00' };
  expect(dutySpan(early)).toEqual({
    kind: 'problems',
    problems: [
      {
        field: 'start',
        sentence:
          '01:30 comes twice on 25 October 2026, when the clocks go back: say whether the first or the second is meant.',
      },
    ],
    twice: ['start'],
  });
  expect(dutySpan({ ...early, startWhich: 'first' })).toMatchObject({ minutes: 390 });
  expect(dutySpan({ ...early, startWhich: 'second' })).toMatchObject({ minutes: 330 });
  const late = { day: '2026-10-24', start: '18:00', end: '01:30' };
  expect(dutySpan(late)).toMatchObject({ twice: ['end'] });
  expect(dutySpan({ ...late, endWhich: 'second' })).toMatchObject({ minutes: 510 });
  const both = dutySpan({ day: '2026-10-25', start: '01:10', end: '01:50' });
  expect(both).toMatchObject({ twice: ['start', 'end'] });
});

it('refuses a time that never comes', () => {
  expect(dutySpan({ day: '2026-03-28', start: '18:00', end: '01:30' })).toEqual({
    kind: 'problems',
    problems: [
      {
        field: 'end',
        sentence:
          'There is no 01:30 on 29 March 2026: the clocks go from 01:00 to 02:00, so write a time before or after.',
      },
    ],
    twice: [],
  });
});

test.each([
  ['2026-03-10', '7', '15:00', 'start', 'Write the time as hours and minutes of the day, such as 07:00.'],
  ['2026-03-10', '07:00', '24:00', 'end', 'Write the time as hours and minutes of the day, such as 07:00.'],
  ['2026-03-10', '07:00', '07:00', 'end', 'A duty ends at another time than it starts: write when it ends.'],
  ['2026-10-24', '07:00', '06:30', 'end', 'A duty has at most 24 hours: write it as two duties.'],
])('on %s from %s to %s is refused', (day, start, end, field, sentence) => {
  expect(dutySpan({ day, start, end })).toEqual({ kind: 'problems', problems: [{ field, sentence }], twice: [] });
});

it('takes a duty of 24 hours, and none that the clock leaves no time for', () => {
  expect(dutySpan({ day: '2026-10-24', start: '07:00', end: '06:00' })).toMatchObject({ minutes: 1440 });
  const backwards = {
    day: '2026-10-25',
    start: '01:10',
    end: '01:50',
    startWhich: 'second',
    endWhich: 'first',
  } as const;
  expect(dutySpan(backwards)).toMatchObject({
    problems: [{ sentence: 'The change of the clock leaves no time between: write a later end.' }],
  });
});
