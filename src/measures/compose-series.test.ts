import { expect, it } from 'vitest';
import type { Month } from '../lib/calendar/month.ts';
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

const files = (...importIds: string[]) =>
  importIds.map((importId) => ({ importId, file: `file ${importId}`, doubtful: new Map() }));

function composition(rows: HeldSeries[], rest: Partial<Composition> = {}): Composition {
  return {
    boundaryVersion: 'wards-2022',
    areasSince: '2022-05',
    vintage: 'March release',
    synthetic: false,
    imports: files('1'),
    unused: [],
    rows,
    ...rest,
  };
}

it('sums the names one offence has had, month by month', () => {
  const [series] = composeSeries(
    measure('residential-burglary'),
    composition([
      row('1', 'mps/burglary/domestic-burglary', '2023-01', [5, 2, 0]),
      row('1', 'mps/burglary/res-burglary-of-a-home', '2023-01', [0, 3, 6]),
      row('1', 'mps/burglary/burglary-business-and-community', '2023-01', [9, 9, 9]),
    ] as HeldSeries[]),
  );
  expect(series).toMatchObject({
    firstMonth: '2023-01',
    values: [5, 5, 6],
    files: ['file 1'],
    vintage: 'March release',
  });
});

it('has no value where the file has one category and lacks another: the sum would be too small', () => {
  const [series] = composeSeries(
    measure('residential-burglary'),
    composition(
      [
        row('1', 'mps/burglary/domestic-burglary', '2023-01', [5, null, 2, null]),
        row('1', 'mps/burglary/res-burglary-of-a-home', '2023-01', [1, 1, null, null]),
        row('2', 'mps/burglary/domestic-burglary', '2023-04', [4]),
        row('2', 'mps/burglary/res-burglary-of-a-home', '2023-04', [3]),
      ] as HeldSeries[],
      { imports: files('1', '2') },
    ),
  );
  expect(series?.values).toEqual([6, null, null, 7]);
});

it('takes each month from the complete file only, and names the files used', () => {
  const [series] = composeSeries(
    measure('homicide'),
    composition(
      [
        row('1', 'mps/violence-against-the-person/homicide', '2024-01', [3, 4]),
        row('2', 'mps/violence-against-the-person/homicide', '2024-02', [1, 6]),
      ] as HeldSeries[],
      {
        imports: files('1', '2'),
        unused: [{ importId: '2', publisher: 'mps', areaCodes: ['E05000001'], months: ['2024-02'] }],
      },
    ),
  );
  expect(series).toMatchObject({ values: [3, 4, 6], files: ['file 1', 'file 2'] });
});

it('takes an area that only one file holds from that file, also in a month it gives up elsewhere', () => {
  const shared = row('1', 'mps/violence-against-the-person/homicide', '2024-01', [3]);
  const rival = row('2', 'mps/violence-against-the-person/homicide', '2024-01', [1]);
  const alone = { ...rival, areaCode: 'E05000002', values: [8] };
  const series = composeSeries(
    measure('homicide'),
    composition([shared, rival, alone] as HeldSeries[], {
      imports: files('1', '2'),
      unused: [{ importId: '2', publisher: 'mps', areaCodes: ['E05000001'], months: ['2024-01'] }],
    }),
  );
  expect(series.map(({ areaCode, values, files: used }) => [areaCode, values, used])).toEqual([
    ['E05000001', [3], ['file 1']],
    ['E05000002', [8], ['file 2']],
  ]);
});

it('marks a month whose file is doubtful, unless the month is taken from another file or publisher', () => {
  const homicide = 'mps/violence-against-the-person/homicide';
  const doubting = { importId: '2', file: 'file 2', doubtful: new Map([['mps', ['2024-02' as Month]]]) };
  const rows = [row('1', homicide, '2024-01', [3, 4]), row('2', homicide, '2024-02', [1, 6])] as HeldSeries[];
  const given = { importId: '2', publisher: 'mps', areaCodes: ['E05000001'], months: ['2024-02' as Month] };
  const [alone] = composeSeries(measure('homicide'), composition(rows.slice(1), { imports: [doubting] }));
  expect(alone).toMatchObject({ values: [1, 6], doubtful: ['2024-02'] });
  const [both] = composeSeries(
    measure('homicide'),
    composition(rows, { imports: [...files('1'), doubting], unused: [given] }),
  );
  expect(both).toMatchObject({ values: [3, 4, 6], doubtful: [] });
  const railway = new Map([['btp', ['2016-02' as Month]]]);
  const [street] = composeSeries(
    measure('anti-social-behaviour'),
    composition(
      [
        row('1', 'street/anti-social-behaviour', '2016-01', [10, 20], 'metropolitan'),
        row('1', 'street/anti-social-behaviour', '2016-01', [5, 0], 'btp'),
      ] as HeldSeries[],
      { imports: [{ importId: '1', file: 'file 1', doubtful: railway }] },
    ),
  );
  expect(street).toMatchObject({ values: [15, 20], doubtful: [] });
});

it('keeps a month that no file has as a gap, and one with none of it as none', () => {
  const [series] = composeSeries(
    measure('homicide'),
    composition([row('1', 'mps/violence-against-the-person/homicide', '2024-01', [0, null, 2])] as HeldSeries[]),
  );
  expect(series?.values).toEqual([0, null, 2]);
});

it('adds the railway police to months of the territorial force, never alone', () => {
  const [series] = composeSeries(
    measure('anti-social-behaviour'),
    composition([
      row('1', 'street/anti-social-behaviour', '2016-01', [10, null, 30], 'metropolitan'),
      row('1', 'street/anti-social-behaviour', '2016-01', [1, 2, 3], 'btp'),
    ] as HeldSeries[]),
  );
  expect(series?.values).toEqual([11, null, 33]);
});

it('says when a series reaches back before its wards existed', () => {
  const of = (first: Month) =>
    composeSeries(
      measure('homicide'),
      composition([row('1', 'mps/violence-against-the-person/homicide', first, [1])] as HeldSeries[]),
    )[0]?.backCast;
  expect(of('2022-04')).toBe(true);
  expect(of('2022-05')).toBe(false);
});

it('puts all areas on the same months', () => {
  const here = row('1', 'mps/violence-against-the-person/homicide', '2024-01', [1, 2]) as HeldSeries;
  const there = { ...here, areaCode: 'E05000002', firstMonth: '2024-02' as Month, values: [7] };
  const series = composeSeries(measure('homicide'), composition([there, here]));
  expect(series.map(({ areaCode, values }) => [areaCode, values])).toEqual([
    ['E05000001', [1, 2]],
    ['E05000002', [null, 7]],
  ]);
});

it('has no series for a measure that the vintage lacks', () => {
  expect(composeSeries(measure('residents'), composition([]))).toEqual([]);
});

const residents: Measure = {
  ...measure('residents'),
  categories: ['census-2021/residents', 'population/residents'],
};

it('never adds two datasets: the first that the measure names makes the series', () => {
  const rows = [
    row('1', 'population/residents', '2017-06', [100], 'population'),
    row('2', 'census-2021/residents', '2021-03', [90], 'census-2021'),
  ] as HeldSeries[];
  const of = (held: HeldSeries[]) => composeSeries(residents, composition(held, { imports: files('1', '2') }));
  expect(of(rows).map(({ firstMonth, values, files: used }) => [firstMonth, values, used])).toEqual([
    ['2021-03', [90], ['file 2']],
  ]);
  expect(of(rows.slice(0, 1)).map(({ values }) => values)).toEqual([[100]]);
});

it('prefers the dataset that covers more areas to one named before it', () => {
  const census = row('1', 'census-2021/residents', '2021-03', [90], 'census-2021') as HeldSeries;
  const here = row('1', 'population/residents', '2017-06', [100], 'population') as HeldSeries;
  const there = { ...here, areaCode: 'E05000002', values: [200] };
  const unknown = { ...census, areaCode: 'E05000002', values: [null] };
  const series = composeSeries(residents, composition([census, unknown, here, there]));
  expect(series.map(({ areaCode, values }) => [areaCode, values])).toEqual([
    ['E05000001', [100]],
    ['E05000002', [200]],
  ]);
});

it('says of each month whether it was published, recounted, counted here or made up', () => {
  const rows = [row('1', 'mps/violence-against-the-person/homicide', '2022-03', [1, null, 2])] as HeldSeries[];
  const origins = (rest: Partial<Composition>) =>
    composeSeries(measure('homicide'), composition(rows, rest))[0]?.origins;
  expect(origins({})).toEqual(['published, back-cast', null, 'published']);
  expect(origins({ areasSince: null })).toEqual(['published', null, 'published']);
  const counted = files('1').map((file) => ({ ...file, countedHere: true }));
  expect(origins({ imports: counted })).toEqual(['counted from incidents', null, 'counted from incidents']);
  expect(origins({ synthetic: true })).toEqual(['made up', null, 'made up']);
});

it('calls only monthly figures that a publisher gives by ward back-cast', () => {
  const monthly = [row('1', 'mps/violence-against-the-person/homicide', '2022-03', [1, 2, 3])] as HeldSeries[];
  const once = [row('1', 'census-2021/residents', '2021-03', [90], 'census-2021')] as HeldSeries[];
  const counted = { imports: files('1').map((file) => ({ ...file, countedHere: true })) };
  expect(composeSeries(measure('homicide'), composition(monthly))[0]?.backCast).toBe(true);
  expect(composeSeries(measure('homicide'), composition(monthly, counted))[0]?.backCast).toBe(false);
  expect(composeSeries(residents, composition(once))[0]).toMatchObject({ backCast: false, origins: ['published'] });
});
