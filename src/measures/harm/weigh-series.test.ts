import { expect, it } from 'vitest';
import { HARM_MEASURES } from '../catalogue/harm-measures.ts';
import { findMeasure } from '../catalogue.ts';
import type { Composition, HeldSeries } from '../compose-series.ts';
import type { Measure } from '../model.ts';
import { type HeldHarmWeights, isWeighed, weighSeries } from './weigh-series.ts';

const [HARM] = HARM_MEASURES as [Measure];

/** Made-up weights. */
const TABLE: HeldHarmWeights = {
  importId: '9',
  file: 'made-up weights.csv',
  version: '1',
  source: 'made up',
  weights: [
    { offence: 'Shoplifting', weight: 2 },
    { offence: 'Robbery of personal property', weight: 100 },
  ],
};

function row(category: string, values: (number | null)[], areaCode = 'E05000001'): HeldSeries {
  return {
    importId: '1',
    category,
    areaCode,
    boundaryVersion: 'wards-2022',
    publisher: 'mps',
    firstMonth: '2025-01',
    values,
  };
}

function composition(rows: HeldSeries[], rest: Partial<Composition> = {}): Composition {
  return {
    boundaryVersion: 'wards-2022',
    areasSince: '2022-05',
    vintage: 'March release',
    synthetic: false,
    imports: [{ importId: '1', file: 'wards.csv', doubtful: new Map([['mps', ['2025-02'] as const]]) }],
    unused: [],
    rows,
    ...rest,
  };
}

const SHOPLIFTING = 'mps/theft/shoplifting';
const ROBBERY = 'mps/robbery/robbery-of-personal-property';
const ARSON = 'mps/arson-and-criminal-damage/arson';

it('sums count times weight, and names the table among the files', () => {
  const [series] = weighSeries(HARM, composition([row(SHOPLIFTING, [30, 1, 0]), row(ROBBERY, [1, 2, 0])]), TABLE);
  expect(series).toMatchObject({
    measure: 'harm-weighted-crime',
    firstMonth: '2025-01',
    values: [160, 202, 0],
    files: ['wards.csv', 'made-up weights.csv'],
    doubtful: ['2025-02'],
  });
});

it('has no value where over 5 % of a month’s crimes in the area have no weight', () => {
  const rows = [
    row(SHOPLIFTING, [19, 19, 0]),
    row(ARSON, [1, 2, 0]),
    row(SHOPLIFTING, [1, 1, 1], 'E05000002'),
    row(ARSON, [0, 0, 1], 'E05000002'),
  ];
  const series = weighSeries(HARM, composition(rows), TABLE);
  expect(series.map(({ values }) => values)).toEqual([
    [38, null, 0],
    [2, 2, null],
  ]);
  for (const { values, origins } of series)
    expect(origins.map((origin) => origin === null)).toEqual(values.map((value) => value === null));
});

it('has no value where the counts of a month are not all known', () => {
  const [series] = weighSeries(HARM, composition([row(SHOPLIFTING, [3, null, 3]), row(ROBBERY, [1, 1, 1])]), TABLE);
  expect(series?.values).toEqual([106, null, 106]);
});

it('leaves fraud out, as recorded crime does, and other sources', () => {
  const rows = [row(SHOPLIFTING, [1]), row('mps/fraud-and-forgery/fraud-and-forgery', [50]), row('street/drugs', [50])];
  expect(weighSeries(HARM, composition(rows), TABLE)[0]?.values).toEqual([2]);
  expect(HARM.categories.filter((category) => category.startsWith('mps/'))).toEqual(
    findMeasure('recorded-crime')?.categories.filter((category) => category.startsWith('mps/')),
  );
});

it('has no series without a table, and none of made-up figures', () => {
  const rows = [row(SHOPLIFTING, [1])];
  expect(weighSeries(HARM, composition(rows), null)).toEqual([]);
  expect(weighSeries(HARM, composition(rows, { synthetic: true }), TABLE)).toEqual([]);
  expect(isWeighed(HARM)).toBe(true);
  expect(isWeighed({ name: 'recorded-crime' })).toBe(false);
});
