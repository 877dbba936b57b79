import { expect, it } from 'vitest';
import { minutesOf } from '../../../test/builders/ringfence-report.ts';
import type { Minutes } from '../reports/model.ts';
import { sayHere, wholeShares } from './say-here.ts';

const HOUR = 60;
const hours = (parts: Partial<Minutes>) =>
  minutesOf(Object.fromEntries(Object.entries(parts).map(([name, of]) => [name, (of ?? 0) * HOUR])));

it('answers in the words of the rule where every hour elsewhere is a breach', () => {
  expect(sayHere(hours({ confirmedMinutes: 379, breachMinutes: 33 }), '2026-02')).toEqual({
    figure: 'Mostly: 92% of their hours in February 2026.',
    rest: '33 of 412 hours were spent elsewhere. None was for Carnival, New Year’s Eve or a major emergency, so all 33 count as breaches.',
  });
});

it('tells presumed time apart from confirmed time, and both come to what was kept', () => {
  const row = hours({
    confirmedMinutes: 70,
    presumedMinutes: 20,
    exceptionMinutes: 6,
    permittedMinutes: 3,
    unruledMinutes: 1,
  });
  expect(sayHere(row, '2026-10')).toEqual({
    figure: 'Mostly: 90% of their hours in October 2026: 70% confirmed and 20% presumed.',
    rest: '10 of 100 hours were spent elsewhere. 6 are exceptions, 3 are permitted by the policy and 1 is not ruled.',
  });
});

it.each([
  [{ confirmedMinutes: 100 }, 'Yes: 100%', 'None of 100 hours was spent elsewhere.'],
  [{ confirmedMinutes: 60, breachMinutes: 40 }, 'In part: 60%', '40 of 100 hours were spent elsewhere.'],
  [{ confirmedMinutes: 20, breachMinutes: 80 }, 'Mostly not: 20%', '80 of 100 hours were spent elsewhere.'],
  [
    { confirmedMinutes: 99, permittedMinutes: 1 },
    'Yes: 99%',
    '1 of 100 hours was spent elsewhere. It is permitted by the policy. None is a breach.',
  ],
  [{ confirmedMinutes: 90, exceptionMinutes: 10 }, 'Mostly: 90%', 'All 10 are exceptions. None is a breach.'],
  [
    { confirmedMinutes: 90, breachMinutes: 8, permittedMinutes: 2 },
    'Mostly: 90%',
    '8 count as breaches and 2 are permitted by the policy.',
  ],
  [{}, 'Nobody can say', 'No duty on the ward was rostered'],
])('says of %j what it comes to', (parts, figure, rest) => {
  const said = sayHere(hours(parts), '2026-10');
  expect([said.figure.startsWith(figure), said.rest.includes(rest) || said.rest]).toEqual([true, true]);
});

it('rounds shares so that they come to a hundred', () => {
  const shares = wholeShares(hours({ confirmedMinutes: 1, presumedMinutes: 1, breachMinutes: 1 }));
  expect(shares).toEqual({ away: 33, presumed: 33, confirmed: 34 });
});
