import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isOn } from '../../lib/calendar/day-runs.ts';
import { pausePosting } from './pause-posting.ts';

const day = (number: number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10);

it('leaves the posting as it was on every day outside, and nothing of it on any day within', () => {
  fc.assert(
    fc.property(
      fc.nat(10),
      fc.option(fc.integer({ min: 20, max: 40 })),
      fc.nat(9),
      fc.integer({ min: 1, max: 30 }),
      (start, end, later, length) => {
        const home = { from: day(start), until: end === null ? null : day(end) };
        const lent = { from: day(start + later), until: day(start + later + length) };
        const { before, after } = pausePosting(home, lent);
        for (let number = 0; number < 60; number += 1) {
          const now = [before, after].filter((part) => part !== null && isOn(part, day(number))).length;
          const expected = isOn(home, day(number)) && !isOn(lent, day(number)) ? 1 : 0;
          if (now !== expected) return false;
        }
        return true;
      },
    ),
    { seed: 5 },
  );
});

it('leaves nothing before where both begin on one day, and nothing after where the posting ends first', () => {
  expect(
    pausePosting({ from: '2026-03-01', until: '2026-03-20' }, { from: '2026-03-01', until: '2026-04-01' }),
  ).toEqual({
    before: null,
    after: null,
  });
});
