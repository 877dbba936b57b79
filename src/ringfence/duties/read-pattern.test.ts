import { expect, it, test } from 'vitest';
import { readPattern } from './read-pattern.ts';

const EARLY = { start: '07:00', end: '15:00' };

it('reads a day a line, and several with one line', () => {
  expect(readPattern('2 x 07:00-15:00\n22:00 to 07:00\n\n 2× off')).toEqual({
    days: [EARLY, EARLY, { start: '22:00', end: '07:00' }, null, null],
  });
});

test.each([
  ['', 'Write the pattern, one day a line: 07:00-15:00, or off.'],
  ['off', 'Write the pattern, one day a line: 07:00-15:00, or off.'],
  ['7-15', '"7-15" is no day of a pattern: write 07:00-15:00, or off.'],
  ['07:00-15:00\nearly', '"early" is no day of a pattern: write 07:00-15:00, or off.'],
  ['57 x 07:00-15:00', 'A pattern repeats after at most 56 days: write a shorter one.'],
])('refuses "%s"', (text, sentence) => {
  expect(readPattern(text)).toEqual({ problem: { field: 'days', sentence } });
});
