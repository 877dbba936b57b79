import { expect, test } from 'vitest';
import { floorChanges } from './floor-changes.ts';

const floorOn = (date: string) => ({ dwo: date < '2017-01-01' ? 1 : 2, pcso: date < '2019-07-13' ? 1 : 2 });

test('each change of the floor is found to the day, and nothing where it stays', () => {
  expect(floorChanges(floorOn, ['2015-01-01', '2018-02-03', '2026-03-01'])).toEqual(['2017-01-01', '2019-07-13']);
  expect(floorChanges(floorOn, ['2016-12-31', '2017-01-01'])).toEqual(['2017-01-01']);
  expect(floorChanges(floorOn, ['2020-01-01', '2026-01-01'])).toEqual([]);
  expect(floorChanges(floorOn, [])).toEqual([]);
});
