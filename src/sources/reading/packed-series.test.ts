import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CategorySeries } from '../../measures/index.ts';
import { packSeries, unpackSeries } from './packed-series.ts';

const none = [0, 0, null];
const run = (areaCode: string, values: (number | null)[], firstMonth: CategorySeries['firstMonth'] = '2024-01') => ({
  category: 'mps/theft/shoplifting',
  areaCode,
  boundaryVersion: 'wards-2022' as const,
  publisher: 'mps',
  firstMonth,
  values,
});

it('gives back what was packed, as often as asked, and holds a shared list once', () => {
  const series = [run('A', none), run('B', [1, null, 65_534], '2023-12'), run('C', none), run('D', [])];
  const packed = structuredClone(packSeries(series));
  expect(packed.values).toEqual(new Uint16Array([0, 0, 0xffff, 1, 0xffff, 65_534]));
  expect([...unpackSeries(packed)]).toEqual(series);
  expect([...unpackSeries(packed)]).toEqual(series);
});

it('keeps every number as it is, also shares, negative ones and large ones', () => {
  const value = fc.oneof(
    fc.constant(null),
    fc.double({ noNaN: true }).map((number) => number + 0),
    fc.constantFrom(65_535, 2 ** 40, -1, 0.56),
  );
  fc.assert(
    fc.property(fc.array(fc.array(value)), (lists) => {
      const series = lists.map((values, at) => run(`area ${at}`, values));
      expect([...unpackSeries(packSeries(series))]).toEqual(series);
    }),
    { seed: 3, numRuns: 100 },
  );
});
