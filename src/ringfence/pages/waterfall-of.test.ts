import { expect, it } from 'vitest';
import { minutesOf } from '../../../test/builders/ringfence-report.ts';
import { waterfallOf } from './waterfall-of.ts';

it('goes from promised to kept, each step beginning where the one before it ended', () => {
  const row = minutesOf({
    ...{ promisedMinutes: 1000, vacancyMinutes: 100, leaveMinutes: 150 },
    ...{ breachMinutes: 50, exceptionMinutes: 30, presumedMinutes: 120, confirmedMinutes: 500 },
  });
  expect(waterfallOf(row).map(({ name, sign, from, to }) => [name, sign, from, to])).toEqual([
    ['Promised', '', 0, 1000],
    ['Vacant posts', '−', 900, 1000],
    ['Leave, sickness and adjusted duties', '−', 750, 900],
    ['In no roster', '−', 700, 750],
    ['Rostered on the ward', '', 0, 700],
    ['Elsewhere: breach', '−', 650, 700],
    ['Elsewhere: exception', '−', 620, 650],
    ['On the ward, presumed', '', 500, 620],
    ['On the ward, confirmed', '', 0, 500],
  ]);
});

it('says what was rostered beyond the promise, and ends at nothing', () => {
  const steps = waterfallOf(minutesOf({ promisedMinutes: 400, confirmedMinutes: 500 }));
  expect(steps.find(({ sign }) => sign === '+')).toMatchObject({
    name: 'Rostered beyond the promise',
    minutes: 100,
    from: 400,
    to: 500,
  });
  expect(steps.at(-1)).toMatchObject({ name: 'On the ward, confirmed', from: 0, to: 500 });
});
