import { expect, it } from 'vitest';
import type { Month } from '../../lib/calendar/month.ts';
import { monthRuns } from './month-runs.ts';

it.each<[Month[], string]>([
  [['2016-03'], 'March 2016'],
  [['2016-11', '2016-12', '2017-01', '2017-03'], 'November 2016 to January 2017, March 2017'],
  [['2016-01', '2016-03', '2016-05', '2016-07', '2016-09'], '5 months from January 2016 to September 2016'],
])('says %j as runs', (months, words) => {
  expect(monthRuns(months)).toBe(words);
});
