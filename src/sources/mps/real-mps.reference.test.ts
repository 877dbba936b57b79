import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { BoundaryVersion } from '../../geography/index.ts';
import { addMonths, type Month, monthRange, monthsBetween } from '../../lib/calendar/month.ts';
import { CATALOGUE, type CategorySeries, findMeasure, sumsCategory } from '../../measures/index.ts';
import { MPS_LSOA } from '../mps-lsoa/mps-lsoa.ts';
import type { ReadText, TextSource } from '../text-source.ts';
import { MPS_BOROUGH, MPS_WARD } from './mps-sources.ts';

const FILES = fileURLToPath(new URL('../../../../shared/data/mps/', import.meta.url));
const WARD_HISTORY = 'MPS Ward Level Crime (Historical).csv';
const WARD_RECENT = 'MPS Ward Level Crime (most recent 24 months).csv';
const BOROUGH_HISTORY = 'MPS Borough Level Crime (Historical).csv';
const BOROUGH_RECENT = 'MPS Borough Level Crime (most recent 24 months).csv';
const OLDER_HISTORY = 'other-vintages/hist_jn607_apr2010_feb2022.csv';
const OTHER_HISTORY = 'other-vintages/hist_joanna.csv';
const OLDER_RECENT = 'other-vintages/recent_jn607_feb2022_feb2024.csv';
const LSOA_RECENT = 'MPS LSOA Level Crime (most recent 24 months).csv';

const readAlready = new Map<string, ReadText>();

function read(source: TextSource, file: string): ReadText {
  const known = readAlready.get(file);
  if (known) return known;
  const result = source.read(readFileSync(`${FILES}${file}`, 'utf8'), { now: '2026-09', held: [], about: null });
  if (result.kind === 'refused') throw new Error(result.because);
  readAlready.set(file, result);
  return result;
}

const categoriesOf = ({ series }: ReadText): string[] => [...new Set(series.map(({ category }) => category))];

/** Sum of a measure over some of the runs and months of a file. */
function total(
  file: ReadText,
  measureName: string,
  [from, to]: readonly [Month, Month],
  of: (each: CategorySeries) => boolean,
): number {
  const measure = findMeasure(measureName);
  if (measure === null) throw new Error(measureName);
  const months = monthRange(from, to);
  const summed = new Set(categoriesOf(file).filter((category) => sumsCategory(measure, category)));
  return file.series
    .filter((each) => summed.has(each.category) && of(each))
    .flatMap(({ firstMonth, values }) => months.map((month) => values[monthsBetween(firstMonth, month)]))
    .reduce<number>((sum, value) => sum + (value ?? Number.NaN), 0);
}

const year = (first: number): [Month, Month] => [`${first}-04`, addMonths(`${first + 1}-04`, -1)];
const on = (version: BoundaryVersion | 'unplaced') => (each: CategorySeries) => each.boundaryVersion === version;
const everything = () => true;

/**
 * Expected numbers: rows counted as lines, sums made with Python's csv module over all month columns of each file,
 * offence names compared in lower case with hyphens.
 */
describe.skipIf(!existsSync(FILES))('every monthly file of the Metropolitan Police at hand', () => {
  it.each([
    [MPS_WARD, WARD_HISTORY, 21_118, '2010-04', '2024-02'],
    [MPS_WARD, WARD_RECENT, 18_688, '2024-02', '2026-02'],
    [MPS_BOROUGH, BOROUGH_HISTORY, 1_092, '2010-04', '2024-03'],
    [MPS_BOROUGH, BOROUGH_RECENT, 1_026, '2024-04', '2026-03'],
    [MPS_BOROUGH, OLDER_HISTORY, 1_730, '2010-04', '2022-01'],
    [MPS_BOROUGH, OTHER_HISTORY, 1_084, '2010-04', '2023-11'],
    [MPS_BOROUGH, OLDER_RECENT, 1_574, '2022-02', '2024-01'],
    [MPS_LSOA, LSOA_RECENT, 105_620, '2024-02', '2026-02'],
  ])('%# is read whole: $title $1', (source, file, rows, from, to) => {
    const result = read(source, file);
    expect(result).toMatchObject({ rowsRead: rows, rowsUsed: rows, refused: [], refusedRows: [], from, to });
    const unmeasured = categoriesOf(result).filter((each) => !CATALOGUE.some((measure) => sumsCategory(measure, each)));
    expect(unmeasured).toEqual([]);
  });

  it('counts the same in the measures of renamed offences, within the few per cent by which history is restated', () => {
    const [newer, older] = [read(MPS_BOROUGH, BOROUGH_HISTORY), read(MPS_BOROUGH, OLDER_HISTORY)];
    const named = ({ areaCode }: CategorySeries): boolean => areaCode.startsWith('E09');
    const ofYear = (file: ReadText, name: string) => total(file, name, year(2015), named);
    const both = (name: string) => [ofYear(newer, name), ofYear(older, name)];
    expect(both('theft-from-the-person')).toEqual([33_329, 33_919]);
    expect(both('theft-from-motor-vehicle')).toEqual([49_459, 49_694]);
    expect(both('theft-of-motor-vehicle')).toEqual([21_240, 21_330]);
    expect(both('drug-trafficking')).toEqual([3_558, 3_686]);
    expect(both('racially-or-religiously-aggravated-public-fear')).toEqual([8_274, 8_345]);
    expect(both('possession-of-weapons')).toEqual([4_988, 5_052]);
    expect(both('miscellaneous-crimes-against-society')).toEqual([10_326, 9_657]);
    expect(both('residential-burglary')).toEqual([43_872, 43_894]);
    expect(both('violence-without-injury'), 'stalking and harassment are not apart in the older').toEqual([
      110_822, 111_922,
    ]);
    expect(both('violence-with-injury')).toEqual([72_993, 73_626]);
  });

  it('has the named boroughs in wards up to 2022-23 within ten a year, with what is in none apart', () => {
    const [wards, boroughs] = [read(MPS_WARD, WARD_HISTORY), read(MPS_BOROUGH, BOROUGH_HISTORY)];
    // Fraud is a measure of its own, and is placed in wards like the rest.
    const all = (file: ReadText, months: readonly [Month, Month], of: (each: CategorySeries) => boolean): number =>
      total(file, 'recorded-crime', months, of) + total(file, 'fraud', months, of);
    for (let first = 2010; first <= 2022; first += 1) {
      const difference = all(wards, year(first), on('wards-2022')) - all(boroughs, year(first), on('boroughs-2022'));
      // In 2019-20 the ward of Heathrow Villages has 37 more, which the borough file has under the airports.
      expect(Math.abs(difference), `${first}`).toBeLessThanOrEqual(first === 2019 ? 38 : 10);
    }
    const unknown = ({ areaCode }: CategorySeries): boolean => areaCode === 'unknown';
    expect(all(boroughs, year(2022), unknown)).toBe(35_055);
    expect(all(boroughs, year(2022), on('boroughs-2022'))).toBe(847_457);
    expect(all(wards, year(2022), on('wards-2022'))).toBe(847_453);
    const airports = ({ areaCode }: CategorySeries): boolean => areaCode.startsWith('london-heathrow');
    expect(all(boroughs, year(2019), airports), 'in the ward of Heathrow Villages').toBe(37);
  });

  it('has fewer in wards since: 96 % of the named boroughs in 2024-25 and 98 % in 2025-26, but for aviation security', () => {
    const [wards, boroughs] = [read(MPS_WARD, WARD_RECENT), read(MPS_BOROUGH, BOROUGH_RECENT)];
    const all = (file: ReadText, months: readonly [Month, Month], of: (each: CategorySeries) => boolean): number =>
      total(file, 'recorded-crime', months, of) + total(file, 'fraud', months, of);
    const eleven = ['2025-04', '2026-02'] as const;
    expect(all(boroughs, year(2024), on('boroughs-2022'))).toBe(921_326);
    expect(all(boroughs, eleven, on('boroughs-2022'))).toBe(828_801);
    // Aviation security's rows are those of Heathrow Villages: 6,331 and 5,921 of them.
    expect(all(wards, year(2024), on('wards-2022'))).toBe(884_828 + 6_331);
    expect(all(wards, eleven, on('wards-2022'))).toBe(811_831 + 5_921);
  });

  it('has recorded crime by LSOA but for sexual offences and fraud, a thousandth less than by ward', () => {
    const [lsoas, wards] = [read(MPS_LSOA, LSOA_RECENT), read(MPS_WARD, WARD_RECENT)];
    expect(lsoas.boundaryVersions).toEqual(['lsoas-2021']);
    expect(new Set(lsoas.series.map(({ areaCode }) => areaCode)).size).toBe(4_988);
    expect(lsoas.coverage.find(({ month }) => month === '2024-02')?.total).toBe(39);
    const without = 'recorded-crime-except-sexual-offences';
    const march: [Month, Month] = ['2024-03', '2024-03'];
    expect(total(lsoas, without, march, everything)).toBe(71_366);
    expect(total(wards, without, march, everything)).toBe(71_442);
    expect(total(lsoas, 'recorded-crime', march, everything)).toBeNaN();
  });
});
