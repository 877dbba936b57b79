import { expect, it } from 'vitest';
import { findMeasure } from '../../measures/index.ts';
import { VICTIMS_BY_ETHNICITY } from './victims-by-ethnicity.ts';

const HEAD = 'month,area,ethnic_group,victims';
const CONTEXT = { now: '2024-06', held: [], about: null } as const;
const read = (...rows: string[]) => {
  const file = VICTIMS_BY_ETHNICITY.read([HEAD, ...rows].join('\n'), CONTEXT);
  if (file.kind === 'refused') throw new Error(file.because);
  return file;
};

it('brings the victims of each group of a borough, for the measure of that group', () => {
  const { series, rowsUsed } = read('2024-03,Islington,black,41', '2024-03,Islington,not-stated,7');
  expect(rowsUsed).toBe(2);
  expect(series.map(({ category, areaCode, values }) => [category, areaCode, values])).toEqual([
    ['victims-by-ethnicity/black/victims', 'E09000019', [41]],
    ['victims-by-ethnicity/not-stated/victims', 'E09000019', [7]],
  ]);
  expect(findMeasure('victims-black')?.categories).toContain(series[0]?.category);
  expect(findMeasure('victims-not-stated')?.categories).toContain(series[1]?.category);
});

it('leaves out a ward, in which victims would be few, and a group it does not know', () => {
  const { refused } = read('2024-03,Islington,black,41', '2024-03,E05013653,black,1', '2024-03,Islington,purple,1');
  expect(refused.map(({ reason }) => reason).sort()).toEqual([
    'no London borough and no police force, by name or code',
    'no ethnic group this file can bring: asian, black, mixed, white, other, not-stated',
  ]);
});
