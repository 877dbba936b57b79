import { expect, it } from 'vitest';
import { makePeriod } from '../periods/make-period.ts';
import { earlierSpans } from './earlier-spans.ts';
import { exceptionsIn } from './exceptional-months.ts';

const period = (from: string, to: string) =>
  makePeriod(from as Parameters<typeof makePeriod>[0], to as Parameters<typeof makePeriod>[1]);
const spans = (current: [string, string], previous: [string, string], first = '2010-04') => {
  const found = earlierSpans(
    { current: period(...current), previous: period(...previous) },
    first as Parameters<typeof makePeriod>[0],
  );
  return [found.lag, ...found.spans.map(({ from, to }) => `${from}..${to}`)];
};

it('are the years before the previous one, one by one', () => {
  expect(spans(['2023-04', '2024-03'], ['2022-04', '2023-03'], '2018-01')).toEqual([
    1,
    '2018-04..2019-03',
    '2019-04..2020-03',
    '2020-04..2021-03',
    '2021-04..2022-03',
  ]);
  expect(spans(['2023-04', '2024-03'], ['2022-04', '2023-03'])).toHaveLength(13);
});

it('are the same months of each year for a part of a year', () => {
  expect(spans(['2023-04', '2023-12'], ['2022-04', '2022-12'], '2020-04')).toEqual([
    1,
    '2020-04..2020-12',
    '2021-04..2021-12',
  ]);
});

it('lie as many years apart as the periods do', () => {
  expect(spans(['2023-04', '2024-03'], ['2018-04', '2019-03'], '2014-04')).toEqual([
    5,
    '2014-04..2015-03',
    '2015-04..2016-03',
    '2016-04..2017-03',
    '2017-04..2018-03',
  ]);
});

it('are the same whichever period is called the current one', () => {
  expect(spans(['2022-04', '2023-03'], ['2023-04', '2024-03'])).toEqual(
    spans(['2023-04', '2024-03'], ['2022-04', '2023-03']),
  );
});

it('never share a month, however far apart and long the periods are', () => {
  expect(spans(['2022-04', '2024-03'], ['2020-04', '2022-03'], '2015-01')).toEqual([
    1,
    '2016-04..2018-03',
    '2018-04..2020-03',
  ]);
  expect(spans(['2024-04', '2025-03'], ['2023-01', '2023-12'], '2019-01')).toEqual([
    1,
    '2019-04..2020-03',
    '2020-07..2021-06',
    '2021-10..2022-09',
  ]);
});

it('are touched by the months of the pandemic from April 2020 to June 2021', () => {
  const touched = (from: string, to: string) => exceptionsIn(period(from, to)).length;
  expect([touched('2019-04', '2020-03'), touched('2020-04', '2021-03'), touched('2021-06', '2021-06')]).toEqual([
    0, 1, 1,
  ]);
  expect(touched('2021-07', '2022-03')).toBe(0);
});
