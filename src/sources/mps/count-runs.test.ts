import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Month } from '../../lib/calendar/month.ts';
import type { CategorySeries } from '../../measures/index.ts';
import { type CountRow, countedMonth } from './count-rows.ts';
import { countRuns } from './count-runs.ts';
import type { Place } from './place.ts';

const place = (areaCode: string): Place => ({ areaCode, version: 'boroughs-2022' });
const row = (areaCode: string, category: string, month: Month, count: number): CountRow => ({
  place: place(areaCode),
  category,
  month,
  count,
});
const [A, B] = ['E09000007', 'E09000019'];
const valuesOf = (series: readonly CategorySeries[], areaCode: string, category: string) =>
  series.find((each) => each.areaCode === areaCode && each.category === category)?.values;

it('sums the parts of a figure, takes what no row states for none, and a month without a row for unknown', () => {
  const series = countRuns(
    'made',
    [row(A, 'x', '2024-01', 2), row(A, 'x', '2024-01', 3), row(B, 'y', '2024-03', 1)],
    [],
  );
  expect(valuesOf(series, A, 'x')).toEqual([5, null, 0]);
  expect(valuesOf(series, B, 'x')).toEqual([0, null, 0]);
  expect(valuesOf(series, B, 'y')).toEqual([0, null, 1]);
});

it('has no value for what an area is not known to have had', () => {
  const counts = [row(A, 'x', '2024-01', 2), row(B, 'x', '2024-02', 1)];
  const series = countRuns('made', counts, [], { isKnown: (area, month) => !(area === A && month === '2024-02') });
  expect(valuesOf(series, A, 'x')).toEqual([2, null]);
  expect(valuesOf(series, B, 'x')).toEqual([0, 1]);
});

it('holds a month only for the areas published together with one that has a row in it', () => {
  const ward: Place = { areaCode: 'E05013697', version: 'wards-2022' };
  const counts = [row(A, 'x', '2024-01', 2), row(B, 'x', '2024-02', 1), { ...row(A, 'x', '2024-01', 4), place: ward }];
  const bySet = countRuns('made', counts, []);
  expect(valuesOf(bySet, ward.areaCode, 'x')).toEqual([4, null]);
  expect([valuesOf(bySet, A, 'x'), valuesOf(bySet, B, 'x')]).toEqual([
    [2, 0],
    [0, 1],
  ]);
  const each = countRuns('made', counts, [], { togetherWith: ({ areaCode }) => areaCode });
  expect([valuesOf(each, A, 'x'), valuesOf(each, B, 'x')]).toEqual([
    [2, null],
    [null, 1],
  ]);
});

it.each([
  ['the figure itself', { place: place(A), category: 'x', month: '2024-01' as Month }, [null, 0], [0, 1]],
  ['an area and category', { place: place(A), category: 'x', month: null }, [2, null], [0, 1]],
  ['a month', { place: null, category: null, month: '2024-01' as Month }, [2, 0], [null, 1]],
  ['nothing', { place: null, category: null, month: null }, [2, null], [null, 1]],
])('doubts what a row left out may state when it names %s', (_, doubt, ofA, ofB) => {
  const series = countRuns('made', [row(A, 'x', '2024-01', 2), row(B, 'x', '2024-02', 1)], [doubt]);
  expect([valuesOf(series, A, 'x'), valuesOf(series, B, 'x')]).toEqual([ofA, ofB]);
});

it('keeps every count once, whatever the order of the rows', () => {
  const months = ['2024-01', '2024-02', '2024-05'] as const;
  const anyRow = fc
    .tuple(fc.constantFrom(A, B), fc.constantFrom('x', 'y'), fc.constantFrom(...months), fc.nat(9))
    .map((parts) => row(...parts));
  fc.assert(
    fc.property(fc.array(anyRow, { minLength: 1 }), (counts) => {
      const total = (series: CategorySeries[]) =>
        series.flatMap(({ values }) => values).reduce<number>((sum, value) => sum + (value ?? 0), 0);
      const series = countRuns('made', counts, []);
      expect(total(series)).toBe(counts.reduce((sum, { count }) => sum + count, 0));
      const backwards = countRuns('made', counts.toReversed(), []);
      for (const { areaCode, category, values } of series)
        expect(valuesOf(backwards, areaCode, category)).toEqual(values);
    }),
    { seed: 7, numRuns: 100 },
  );
});

it.each([
  ['2024-02', '2024-02'],
  ['2024-02-01', '2024-02'],
  ['2024-02-15', 'no month such as 2024-02'],
  ['1999-12', 'no month such as 2024-02'],
  ['2024-13', 'no month such as 2024-02'],
  ['', 'no month such as 2024-02'],
  ['2026-04', 'a month still to come'],
])('reads the month %j as %s', (text, month) => {
  expect(countedMonth(text, '2026-03')).toBe(month);
});
