import { expect, it } from 'vitest';
import { requireMeasure } from '../catalogue.ts';
import type { HeldPart, UsedFinding } from './model.ts';
import { findingsBehind, reasonsForDoubt } from './reasons-for-doubt.ts';

const measure = requireMeasure('theft');
const series: Parameters<typeof findingsBehind>[1] & Parameters<typeof reasonsForDoubt>[0] = {
  ...{ vintage: 'March', boundaryVersion: 'wards-2022', convertedFrom: 'lsoas-2021', files: ['lsoas.csv', 'fit.csv'] },
  doubtful: ['2024-02', '2024-05'],
};
const areas = [
  { code: 'a', name: 'Camden 001A' },
  { code: 'b', name: 'Camden 001B' },
];
const finding = (rest: Partial<UsedFinding>): UsedFinding => ({
  ...{ month: '2024-02', state: 'zero', areaCodes: null, categories: null, total: 0, expected: 50, empty: null },
  ...{ unusedBy: null, givenUp: [], ...rest },
});
const part = (findings: UsedFinding[], rest: Partial<HeldPart> = {}): HeldPart => ({
  ...{ importId: '1', vintage: 'March', file: 'lsoas.csv', boundaryVersion: 'lsoas-2021', publisher: 'mps' },
  ...{ categories: ['mps/theft/shoplifting', 'mps/drug-offences/drug-trafficking'], firstMonth: '2024-01', totals: [] },
  ...{ findings, ...rest },
});
const because = (...parts: HeldPart[]) =>
  Object.fromEntries(reasonsForDoubt(series, findingsBehind(measure, series, areas, parts), areas));

it('takes only what was found in the areas, categories, vintage, set and files behind the series', () => {
  const own = finding({ areaCodes: ['b', 'z'] });
  expect(because(part([own]))).toEqual({ '2024-02': 'none at all, where Camden 001B usually has about 50' });
  expect(because(part([finding({ areaCodes: ['z'] })]))).toEqual({});
  expect(because(part([finding({ categories: ['mps/drug-offences/drug-trafficking'] })]))).toEqual({});
  expect(because(part([own], { vintage: 'April' }))).toEqual({});
  expect(because(part([own], { boundaryVersion: 'wards-2022' }))).toEqual({});
  expect(because(part([own], { file: 'others.csv' }))).toEqual({});
  expect(because(part([own], { publisher: 'btp' }))).toEqual({});
});

it('never gives a gap as the reason why a figure is doubtful', () => {
  const gap = finding({ state: 'absent', areaCodes: ['a'], total: null });
  const file = finding({ state: 'stub', total: 40, expected: 74_379 });
  expect(because(part([gap]))).toEqual({});
  expect(because(part([file, gap]))).toEqual({
    '2024-02': 'the file has 40 in all, under 1 % of what the months around it lead one to expect (74,379)',
  });
});

it('names areas before the file, and counts the other areas that lack something', () => {
  const one = finding({ areaCodes: ['a'] });
  const found = because(part([finding({ expected: 9_000 }), one, finding({ areaCodes: ['b'] })]));
  expect(found['2024-02']).toBe(
    'none at all, where Camden 001A usually has about 50; and something lacks in 1 more of the 2 areas summed',
  );
});

it('says nothing of what another file is used for, in the areas for which it is', () => {
  const stub = (areaCodes: string[]) => finding({ state: 'stub', givenUp: [{ by: 'history.csv', areaCodes }] });
  expect(because(part([stub(['a', 'b'])]))).toEqual({});
  expect(Object.keys(because(part([stub(['a'])])))).toEqual(['2024-02']);
});
