import { expect, it } from 'vitest';
import type { Month } from '../../lib/calendar/month.ts';
import type { Series } from '../model.ts';
import type { Route } from './model.ts';
import { sumParts } from './sum-parts.ts';

const series = (
  areaCode: string,
  firstMonth: Month,
  values: (number | null)[],
  rest: Partial<Series> = {},
): Series => ({
  ...{ measure: 'theft', areaCode, boundaryVersion: 'lsoas-2021', vintage: 'March', synthetic: false },
  ...{ files: ['lsoas.csv'], firstMonth, values, origins: values.map(() => 'published' as const), doubtful: [] },
  ...{ backCast: false, convertedFrom: null, ...rest },
});
const route: Route = {
  origin: 'LSOA best fit',
  from: 'lsoas-2021',
  parts: new Map([
    ['W1', ['a', 'b']],
    ['W2', ['c']],
  ]),
  hindered: new Map(),
  files: ['lookup.csv'],
};
const wards = { boundaryVersion: 'wards-2022' } as const;

it('sums the parts month by month, names the lookup among the files and says how', () => {
  const made = sumParts(route, [series('a', '2022-04', [1, 2]), series('b', '2022-05', [10, 20])], ['W1'], wards);
  expect(made).toEqual([
    {
      ...{ measure: 'theft', areaCode: 'W1', boundaryVersion: 'wards-2022', vintage: 'March', synthetic: false },
      ...{ files: ['lsoas.csv', 'lookup.csv'], firstMonth: '2022-04', values: [null, 12, null] },
      ...{ origins: [null, 'LSOA best fit', null], doubtful: [], backCast: false, convertedFrom: 'lsoas-2021' },
      lookups: ['lookup.csv'],
    },
  ]);
});

it('has no value where one part has none, and no series where one part has no series', () => {
  const a = series('a', '2024-01', [1, null]);
  expect(sumParts(route, [a, series('b', '2024-01', [1, 1])], ['W1'], wards)[0]?.values).toEqual([2, null]);
  expect(sumParts(route, [a], ['W1', 'W2', 'W3'], wards)).toEqual([]);
});

it('doubts a month that is doubtful for one part, and calls made-up figures so', () => {
  const parts = [series('a', '2024-01', [1, 1], { doubtful: ['2024-02'] }), series('b', '2024-01', [1, 1])];
  expect(sumParts(route, parts, ['W1'], wards)[0]?.doubtful).toEqual(['2024-02']);
  const made = parts.map((each) => ({ ...each, synthetic: true }));
  expect(sumParts(route, made, ['W1'], wards)[0]).toMatchObject({ synthetic: true, origins: ['made up', 'made up'] });
});

it('gives the areas in the order asked', () => {
  const parts = ['a', 'b', 'c'].map((code) => series(code, '2024-01', [1]));
  expect(sumParts(route, parts, ['W2', 'W1'], wards).map(({ areaCode }) => areaCode)).toEqual(['W2', 'W1']);
});
