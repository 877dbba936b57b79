import { expect, it } from 'vitest';
import { type Month, monthRange } from '../../lib/calendar/month.ts';
import type { CategorySeries } from '../../measures/index.ts';
import { placeInWards } from './place-in-wards.ts';
import type { StreetCounts } from './street-counts.ts';
import { type TallyRow, type WardSet, wardTally } from './tally.ts';

const CAMDEN = 'E09000007';
const CITY = 'E09000001';
const WARDS: WardSet = {
  version: 'wards-2022',
  wards: [
    { code: 'E05000001', boroughCode: CAMDEN },
    { code: 'E05000002', boroughCode: CAMDEN },
    { code: 'E05000009', boroughCode: CITY },
  ],
};

function counts(rows: [force: string, month: Month, type: string, ward: string, count: number][]): StreetCounts {
  const tally = wardTally(WARDS);
  tally.add(rows.map(([force, month, type, ward, count]): TallyRow => ({ force, month, type, ward, count })));
  const months = new Map<string, Month[]>();
  for (const [force, month] of rows) months.set(force, [...new Set([...(months.get(force) ?? []), month])]);
  return { months, types: new Set(rows.map(([, , type]) => type)), tallies: [tally] };
}

function run(series: Iterable<CategorySeries>, category: string, areaCode: string, publisher = 'metropolitan') {
  return [...series].find(
    (each) => each.category === category && each.areaCode === areaCode && each.publisher === publisher,
  )?.values;
}

it('makes a run for each ward of the force, zero where the file has the month, a gap where it has not', () => {
  const file = counts([
    ['metropolitan', '2024-01', 'burglary', 'E05000001', 3],
    ['metropolitan', '2024-03', 'drugs', 'E05000001', 2],
  ]);
  const { series, coverage } = placeInWards(file, [file]);
  expect(run(series, 'street/burglary', 'E05000001')).toEqual([3, null, 0]);
  expect(run(series, 'street/burglary', 'E05000002')).toEqual([0, null, 0]);
  expect(run(series, 'street-total/crime', 'E05000001')).toEqual([3, null, 2]);
  expect(run(series, 'street/burglary', 'E05000009')).toBeUndefined();
  expect(coverage.map(({ month, total }) => [month, total])).toEqual([
    ['2024-01', 3],
    ['2024-03', 2],
  ]);
});

it('makes no total of all crime from a single type, and keeps anti-social behaviour out of it', () => {
  const single = counts([
    ['metropolitan', '2024-01', 'burglary', 'E05000001', 3],
    ['metropolitan', '2024-01', 'anti-social-behaviour', 'E05000001', 9],
  ]);
  expect(run(placeInWards(single, [single]).series, 'street-total/crime', 'E05000001')).toBeUndefined();
  const several = counts([
    ['metropolitan', '2024-01', 'burglary', 'E05000001', 3],
    ['metropolitan', '2024-01', 'drugs', 'E05000001', 1],
    ['metropolitan', '2024-01', 'anti-social-behaviour', 'E05000001', 9],
  ]);
  expect(run(placeInWards(several, [several]).series, 'street-total/crime', 'E05000001')).toEqual([4]);
});

it('has no value, rather than none, in a month before a crime type existed', () => {
  const file = counts([
    ['metropolitan', '2013-04', 'burglary', 'E05000001', 1],
    ['metropolitan', '2013-05', 'bicycle-theft', 'E05000001', 1],
  ]);
  expect(run(placeInWards(file, [file]).series, 'street/bicycle-theft', 'E05000002')).toEqual([null, 0]);
});

it('leaves a force out of wards that another force polices, and counts what it leaves out', () => {
  const city = counts([
    ['city-of-london', '2024-01', 'burglary', 'E05000009', 5],
    ['city-of-london', '2024-01', 'burglary', 'E05000001', 2],
  ]);
  const { series, notices } = placeInWards(city, [city]);
  expect([...series].map(({ areaCode }) => areaCode)).toEqual(['E05000009']);
  expect(notices).toEqual([
    { reason: 'wards-2022: in the area of another police force: kept, not counted in its wards', count: 2 },
  ]);
});

it('lets the railway police add to the wards of territorial files of the same command only', () => {
  const railway = counts([
    ['btp', '2024-01', 'burglary', 'E05000001', 4],
    ['btp', '2024-01', 'burglary', 'E05000009', 1],
  ]);
  const territorial = counts([['metropolitan', '2024-01', 'burglary', 'E05000001', 3]]);
  const together = placeInWards(railway, [territorial, railway]);
  expect(run(together.series, 'street/burglary', 'E05000001', 'btp')).toEqual([4]);
  expect(run(together.series, 'street/burglary', 'E05000009', 'btp')).toBeUndefined();
  const alone = placeInWards(railway, [railway]);
  expect([...alone.series]).toEqual([]);
  expect(alone.coverage).toEqual([]);
  expect(alone.notices[0]).toMatchObject({ reason: expect.stringContaining('railway police without'), count: 5 });
});

it('lets the railway police add to wards that the vintage holds from an earlier command', () => {
  const railway = counts([['btp', '2024-01', 'other-theft', 'E05000001', 4]]);
  const { series } = placeInWards(railway, [railway], new Map([['wards-2022', new Set(['E05000001'])]]));
  expect(run(series, 'street/other-theft', 'E05000001', 'btp')).toEqual([4]);
  expect(run(series, 'street-total/crime', 'E05000001', 'btp'), 'a single type adds to the total').toEqual([4]);
  expect(run(series, 'street/other-theft', 'E05000002', 'btp')).toBeUndefined();
});

const MONTHLY: Parameters<typeof counts>[0][] = [
  [
    ['metropolitan', '2024-01', 'burglary', 'E05000001', 3],
    ['metropolitan', '2024-01', 'drugs', 'E05000001', 1],
  ],
  [['metropolitan', '2024-02', 'burglary', 'E05000001', 2]],
  [
    ['metropolitan', '2024-03', 'drugs', 'E05000002', 2],
    ['metropolitan', '2024-03', 'robbery', 'E05000002', 2],
  ],
];

it('gives the same figures from a file for each month as from one archive', () => {
  const archive = counts(MONTHLY.flat());
  const files = MONTHLY.map(counts);
  const whole = [...placeInWards(archive, [archive]).series];
  const parts = files.flatMap((file) => [...placeInWards(file, files).series]);
  for (const { category, areaCode, values } of whole) {
    const monthly = parts.filter((each) => each.category === category && each.areaCode === areaCode);
    expect(
      monthly.flatMap((each) => each.values),
      `${category} ${areaCode}`,
    ).toEqual(values);
  }
  expect(parts).toHaveLength(whole.length * 3);
});

it('takes an archive of one crime type, beside a whole one, for no more than it is', () => {
  const whole = counts(MONTHLY.flat());
  const burglary = counts([
    ['metropolitan', '2024-01', 'burglary', 'E05000001', 3],
    ['metropolitan', '2024-04', 'burglary', 'E05000001', 3],
  ]);
  const { series } = placeInWards(burglary, [whole, burglary]);
  expect([...new Set([...series].map(({ category }) => category))]).toEqual(['street/burglary']);
});

it('takes a large file of one crime type for no more than it is, beside whole files of other months', () => {
  const whole = counts(MONTHLY.flat());
  const burglary = counts([['metropolitan', '2023-12', 'burglary', 'E05000001', 300]]);
  const { series } = placeInWards(burglary, [whole, burglary]);
  expect([...new Set([...series].map(({ category }) => category))]).toEqual(['street/burglary']);
});

it('can be read twice, as an import that is tried again does', () => {
  const months = monthRange('2024-01', '2024-02');
  const file = counts(months.map((month) => ['metropolitan', month, 'burglary', 'E05000001', 1]));
  const { series } = placeInWards(file, [file]);
  expect([...series]).toEqual([...series]);
});
