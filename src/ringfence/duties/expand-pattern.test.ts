import { expect, it, test } from 'vitest';
import { expandPattern } from './expand-pattern.ts';

const EARLY = { start: '07:00', end: '15:00' };
const NIGHT = { start: '22:00', end: '07:00' };

it('repeats four on and two off from its first day to its last', () => {
  const duties = expandPattern({
    from: '2026-10-05',
    to: '2026-10-16',
    days: [EARLY, EARLY, NIGHT, NIGHT, null, null],
  });
  expect(duties.map(({ day, start }) => `${day} ${start}`)).toEqual([
    '2026-10-05 07:00',
    '2026-10-06 07:00',
    '2026-10-07 22:00',
    '2026-10-08 22:00',
    '2026-10-11 07:00',
    '2026-10-12 07:00',
    '2026-10-13 22:00',
    '2026-10-14 22:00',
  ]);
});

it('breaks off within a round, and goes over a change of the clock and a year by the calendar', () => {
  expect(expandPattern({ from: '2026-10-24', to: '2026-10-26', days: [NIGHT] }).map(({ day }) => day)).toEqual([
    '2026-10-24',
    '2026-10-25',
    '2026-10-26',
  ]);
  expect(expandPattern({ from: '2026-12-31', to: '2027-01-01', days: [null, EARLY] })).toEqual([
    { day: '2027-01-01', ...EARLY },
  ]);
});

test.each([
  [{ from: '2026-10-05', to: '2026-10-04', days: [EARLY] }, 0],
  [{ from: '2026-10-05', to: '2026-10-16', days: [] }, 0],
  [{ from: '2026-10-05', to: '2026-10-05', days: [EARLY] }, 1],
  [{ from: '2026-01-01', to: '2036-01-01', days: [EARLY] }, 366],
])('%j has %d duties', (pattern, count) => {
  expect(expandPattern(pattern)).toHaveLength(count);
});
