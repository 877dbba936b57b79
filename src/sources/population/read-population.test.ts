import { describe, expect, it } from 'vitest';
import { AGE_BANDS, AGE_COLUMNS, inAgeBands } from './age-bands.ts';
import { readPopulation } from './read-population.ts';
import { yearOfEstimates } from './year-of-estimates.ts';

const HEADER = `lsoa11_name,lsoa11_code,total_population,${AGE_COLUMNS.join(',')}`;
/** One person of each age: 91 in all. */
const ONES = AGE_COLUMNS.map(() => '1.0').join(',');

function read(lines: string[], about: string | null = '2019', header = HEADER) {
  const file = readPopulation(`${[header, ...lines].join('\n')}\n`, '2026-04', about);
  if (file.kind === 'refused') throw new Error(file.because);
  return file;
}

it('sums single years of age into bands that together are everyone', () => {
  const byAge = AGE_COLUMNS.map((_, age) => age);
  expect(inAgeBands(byAge).reduce((sum, count) => sum + count, 0)).toBe((90 * 91) / 2);
  expect(inAgeBands(AGE_COLUMNS.map(() => 1))).toEqual([10, 8, 7, 20, 20, 26]);
  expect(AGE_BANDS.map(({ slug }) => slug)).toHaveLength(6);
});

it('reads totals and bands at June of the year, whatever the order of columns', () => {
  const file = read([`Camden 001A,E01000907,91.0,${ONES}`]);
  expect(file.series.map(({ category, firstMonth, values }) => [category, firstMonth, values])).toEqual([
    ['population/residents', '2019-06', [91]],
    ['population/aged-0-to-9', '2019-06', [10]],
    ['population/aged-10-to-17', '2019-06', [8]],
    ['population/aged-18-to-24', '2019-06', [7]],
    ['population/aged-25-to-44', '2019-06', [20]],
    ['population/aged-45-to-64', '2019-06', [20]],
    ['population/aged-65-and-over', '2019-06', [26]],
  ]);
  const swapped = HEADER.replace('lsoa11_name,lsoa11_code', 'lsoa11_code,lsoa11_name');
  expect(read([`E01000907,Camden 001A,91.0,${ONES}`], '2019', swapped).series).toEqual(file.series);
  expect(file.recognisedAs).toBe('mid-2019 population estimates by LSOA');
});

it('keeps a total that is not the sum of its ages, and counts it', () => {
  const file = read([`Camden 001A,E01000907,90.0,${ONES}`]);
  expect(file.series[0]?.values).toEqual([90]);
  expect(file.notices).toEqual([
    { reason: 'a total that is not the sum of its ages: both are kept as published', count: 1 },
  ]);
});

it('leaves out rows without a code or with a count that is none', () => {
  const file = read([
    `Camden 001A,E01000907,91.0,${ONES}`,
    `Camden,E09000007,91.0,${ONES}`,
    `Camden 001B,E01000908,91.5,${ONES}`,
    `Camden 001C,E01000909,91.0,${ONES.replace('1.0', '-1')}`,
  ]);
  expect(file.refused.map(({ reason }) => reason).sort()).toEqual([
    'a total that is no whole number of residents',
    'an age that has no whole number of residents',
    'no code of an LSOA such as E01000907',
  ]);
  expect([file.rowsRead, file.rowsUsed]).toEqual([4, 1]);
});

it('refuses a table that lacks an age', () => {
  const file = readPopulation(
    `${HEADER.replace(',17,', ',seventeen,')}\nCamden 001A,E01000907,91,${ONES}\n`,
    '2026-04',
    null,
  );
  expect(file).toEqual({ kind: 'refused', because: 'has lost its column "17": download it again' });
});

describe('the year of estimates', () => {
  it('is told by London’s published total', () => {
    expect(yearOfEstimates(9_002_488, null, '2026-04')).toEqual({ kind: 'month', month: '2020-06', toldBy: 'total' });
    expect(yearOfEstimates(8_825_001, '2017', '2026-04')).toMatchObject({ month: '2017-06' });
  });

  it('is asked for otherwise, and must be a year that agrees and has come', () => {
    const because = (residents: number, about: string | null) => {
      const year = yearOfEstimates(residents, about, '2026-04');
      return year.kind === 'refused' ? year.because : year.month;
    };
    expect(because(9_002_487, null)).toContain('--about 2020');
    expect(because(9_002_487, '2020')).toBe('2020-06');
    expect(because(9_002_488, '2017')).toContain('published total of mid-2020, not of 2017');
    expect(because(1, 'mid-2020')).toContain('cannot be about "mid-2020"');
    expect(because(1, '2026')).toContain('June 2026, which is still to come');
  });
});
