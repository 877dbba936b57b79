import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BOROUGH_PROFILES } from '../borough-profiles/borough-profiles-source.ts';
import { DEPRIVATION } from '../deprivation/deprivation-source.ts';
import { ETHNICITY } from '../ethnicity/ethnicity-sources.ts';
import { POPULATION } from '../population/population-source.ts';
import type { TextSource } from '../text-source.ts';
import { WARD_ATLAS } from '../ward-atlas/ward-atlas-source.ts';
import { WARD_PROFILES } from '../ward-profiles/ward-profiles-source.ts';

/**
 * Real tables, kept beside the repository and never in it. The expected numbers were counted apart with Python's csv
 * module on the files as they are: rows, cells that are neither blank nor "n/a", and sums of columns.
 */
const CONTEXT = fileURLToPath(new URL('../../../../shared/data/context/', import.meta.url));

function read(source: TextSource, name: string) {
  const bytes = readFileSync(`${CONTEXT}${name}`);
  const text = new TextDecoder(source.mayBeWindows1252 === true ? 'windows-1252' : 'utf-8').decode(bytes);
  const file = source.read(text, { now: '2026-04', held: [], about: null });
  if (file.kind === 'refused') throw new Error(file.because);
  const sum = (category: string, month: string, codes = 'E') =>
    file.series
      .filter((run) => run.category === category && run.areaCode.startsWith(codes))
      .reduce((total, { firstMonth, values }) => total + (values[monthsAfter(firstMonth, month)] ?? 0), 0);
  const values = file.series.reduce((all, run) => all + run.values.filter((value) => value !== null).length, 0);
  return { file, sum, values };
}

function monthsAfter(from: string, to: string): number {
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth;
}

describe.skipIf(!existsSync(CONTEXT))('the tables of context', () => {
  it('ward atlas: 624 wards and the City, every figure but the two columns for 2028', () => {
    const { file, sum, values } = read(WARD_ATLAS, 'ward-atlas-data.csv');
    expect([file.rowsRead, file.rowsUsed]).toEqual([629, 625]);
    expect(values).toBe(588_188 - 2 * 625);
    expect(sum('ward-atlas/population-and-age/all-ages', '2013-06', 'E05')).toBe(8_431_350);
    expect(sum('ward-atlas/population-and-age/all-ages', '2013-06', 'E09')).toBe(8_000);
    expect(sum('ward-atlas/crime/total-crime-numbers', '2015-03', 'E05')).toBeCloseTo(696_258, 3);
    expect(sum('ward-atlas/household-composition/household-composition/all-households', '2011-03', 'E05')).toBe(
      3_261_788,
    );
    expect(sum('ward-atlas/crime/other-notifiable-offences', '2013-03')).toBe(9_403);
    expect(sum('ward-atlas/births-and-deaths/births', '2013-12', 'E05')).toBe(130_896);
    expect(sum('ward-atlas/area-and-density/area/hectares', '2015-12', 'E05')).toBeCloseTo(159_156.7, 6);
  });

  it('ward profiles: 624 wards and 33 boroughs; the City comes twice', () => {
    const { file, sum, values } = read(WARD_PROFILES, 'ward-profiles-excel-version_2015.csv');
    expect([file.rowsRead, file.rowsUsed, values]).toEqual([660, 657, 42_004]);
    expect(file.refused).toContainEqual({ reason: 'given a second time', count: 1 });
    expect(sum('ward-profiles/population', '2015-06', 'E05')).toBe(8_625_450);
    expect(sum('ward-profiles/population', '2015-06', 'E09')).toBe(8_632_850);
  });

  it('borough profiles: 33 boroughs', () => {
    const { file, sum } = read(BOROUGH_PROFILES, 'london-borough-profiles.csv');
    expect([file.rowsRead, file.rowsUsed]).toEqual([38, 33]);
    expect(sum('borough-profiles/gla-population-estimate', '2017-06')).toBe(8_835_400);
    const income = 'borough-profiles/modelled-household-median-income-estimates';
    expect([sum(income, '2013-03', 'E09000007'), sum(income, '2013-03', 'E09000019')]).toEqual([43_750, 39_790]);
    expect(sum('borough-profiles/net-internal-migration', '2015-12', 'E09000007')).toBe(-2_917);
  });

  it.each([
    [
      'population17_lsoa11_london.csv',
      '2017-06',
      8_825_001,
      [1_216_363, 784_996, 741_163, 3_063_551, 1_979_767, 1_039_161],
    ],
    [
      'population20_lsoa11_london.csv',
      '2020-06',
      9_002_488,
      [1_202_132, 845_463, 736_340, 3_037_329, 2_082_771, 1_098_453],
    ],
  ])('%s: residents and bands of %s', (name, month, residents, bands) => {
    const { file, sum } = read(POPULATION, name);
    expect([file.rowsRead, file.rowsUsed, file.from]).toEqual([4_835, 4_835, month]);
    expect(sum('population/residents', month)).toBe(residents);
    const slugs = ['0-to-9', '10-to-17', '18-to-24', '25-to-44', '45-to-64', '65-and-over'];
    expect(slugs.map((slug) => sum(`population/aged-${slug}`, month))).toEqual(bands);
  });

  it('ethnicity by LSOA: 8,799,810 Londoners, whose groups sum to every total', () => {
    const { file, sum } = read(ETHNICITY, 'ethnicity21_lsoa21_london.csv');
    expect([file.rowsRead, file.rowsUsed, file.notices]).toEqual([24_970, 24_970, []]);
    expect(sum('census-2021/residents', '2021-03')).toBe(8_799_810);
    expect(sum('census-2021/ethnicity/white', '2021-03')).toBe(4_731_254);
    expect(sum('census-2021/ethnicity/other-ethnic-group', '2021-03')).toBe(556_701);
  });

  it('ethnicity by ward: 37 wards', () => {
    const { file, sum } = read(ETHNICITY, 'DERIVED_ward2022_ethnicity_census2021_camden_islington.csv');
    expect([file.rowsRead, file.rowsUsed]).toEqual([37, 37]);
    expect(sum('census-2021/residents', '2021-03')).toBe(426_771);
  });

  it.each([
    ['imd2019_england_lsoa11_london.csv', 'imd-2019', '2019-09', 4_835, 795, 73_480_048],
    ['imd2025_england_lsoa21_london.csv', 'imd-2025', '2025-10', 4_994, 893, 76_655_052],
  ])('%s: deciles that are all those of their ranks', (name, edition, month, areas, deprived, ranks) => {
    const { file, sum } = read(DEPRIVATION, name);
    expect([file.rowsRead, file.rowsUsed]).toEqual([areas, areas]);
    expect(sum(`${edition}/most-deprived-fifth`, month)).toBe(deprived);
    expect(sum(`${edition}/imd-rank`, month)).toBe(ranks);
  });
});
