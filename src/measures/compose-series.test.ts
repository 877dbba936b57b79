import { expect, it } from 'vitest';
import { type Month, monthRange } from '../lib/calendar/month.ts';
import { findMeasure } from './catalogue.ts';
import { type Composition, composeSeries, type HeldSeries } from './compose-series.ts';
import type { Measure } from './model.ts';

function measure(name: string): Measure {
  const found = findMeasure(name);
  if (!found) throw new Error(`no measure ${name}`);
  return found;
}

function row(importId: string, category: string, firstMonth: Month, values: (number | null)[], publisher = 'mps') {
  return { importId, category, areaCode: 'E05000001', boundaryVersion: 'wards-2022', publisher, firstMonth, values };
}

function composition(rows: HeldSeries[], used: Record<string, Record<string, Month[]>>): Composition {
  return {
    boundaryVersion: 'wards-2022',
    areasSince: '2022-05',
    vintage: 'March release',
    synthetic: false,
    imports: Object.entries(used).map(([importId, publishers]) => ({
      importId,
      file: `file ${importId}`,
      usedMonths: new Map(Object.entries(publishers).map(([publisher, months]) => [publisher, new Set(months)])),
    })),
    rows,
  };
}

it('sums the names one offence has had, month by month', () => {
  const months = monthRange('2023-01', '2023-03');
  const [series] = composeSeries(
    measure('residential-burglary'),
    composition(
      [
        row('1', 'mps/burglary/domestic-burglary', '2023-01', [5, 2, 0]),
        row('1', 'mps/burglary/res-burglary-of-a-home', '2023-01', [0, 3, 6]),
        row('1', 'mps/burglary/burglary-business-and-community', '2023-01', [9, 9, 9]),
      ] as HeldSeries[],
      { 1: { mps: months } },
    ),
  );
  expect(series).toMatchObject({
    firstMonth: '2023-01',
    values: [5, 5, 6],
    files: ['file 1'],
    vintage: 'March release',
  });
});

it('takes each month from the complete file only, and names the files used', () => {
  const [series] = composeSeries(
    measure('homicide'),
    composition(
      [
        row('1', 'mps/violence-against-the-person/homicide', '2024-01', [3, 4]),
        row('2', 'mps/violence-against-the-person/homicide', '2024-02', [1, 6]),
      ] as HeldSeries[],
      { 1: { mps: ['2024-01', '2024-02'] }, 2: { mps: ['2024-03'] } },
    ),
  );
  expect(series).toMatchObject({ values: [3, 4, 6], files: ['file 1', 'file 2'] });
});

it('keeps a month that no file has as a gap, and one with none of it as none', () => {
  const [series] = composeSeries(
    measure('homicide'),
    composition([row('1', 'mps/violence-against-the-person/homicide', '2024-01', [0, null, 2])] as HeldSeries[], {
      1: { mps: ['2024-01', '2024-03'] },
    }),
  );
  expect(series?.values).toEqual([0, null, 2]);
});

it('adds the railway police to months of the territorial force, never alone', () => {
  const [series] = composeSeries(
    measure('anti-social-behaviour'),
    composition(
      [
        row('1', 'street/anti-social-behaviour', '2016-01', [10, null, 30], 'metropolitan'),
        row('1', 'street/anti-social-behaviour', '2016-01', [1, 2, 3], 'btp'),
      ] as HeldSeries[],
      { 1: { metropolitan: ['2016-01', '2016-03'], btp: monthRange('2016-01', '2016-03') } },
    ),
  );
  expect(series?.values).toEqual([11, null, 33]);
});

it('says when a series reaches back before its wards existed', () => {
  const of = (first: Month) =>
    composeSeries(
      measure('homicide'),
      composition([row('1', 'mps/violence-against-the-person/homicide', first, [1])] as HeldSeries[], {
        1: { mps: [first] },
      }),
    )[0]?.backCast;
  expect(of('2022-04')).toBe(true);
  expect(of('2022-05')).toBe(false);
});

it('puts all areas on the same months', () => {
  const here = row('1', 'mps/violence-against-the-person/homicide', '2024-01', [1, 2]) as HeldSeries;
  const there = { ...here, areaCode: 'E05000002', firstMonth: '2024-02' as Month, values: [7] };
  const series = composeSeries(measure('homicide'), composition([there, here], { 1: { mps: ['2024-01', '2024-02'] } }));
  expect(series.map(({ areaCode, values }) => [areaCode, values])).toEqual([
    ['E05000001', [1, 2]],
    ['E05000002', [null, 7]],
  ]);
});

it('has no series for a measure that the vintage lacks', () => {
  expect(composeSeries(measure('residents'), composition([], {}))).toEqual([]);
});
