import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Month, monthRange, monthsBetween } from '../../lib/calendar/month.ts';
import type { CategorySeries } from '../../measures/index.ts';
import type { ReadText } from '../text-source.ts';
import { MPS_KNIFE } from './mps-knife.ts';

const FILE = fileURLToPath(new URL('../../../../shared/data/mps/MPS_MonthlyCrimeDashboard_knife.csv', import.meta.url));

/**
 * Expected numbers: the performance table of Islington of July 2024 (436 in 2022-23), and counts made from the file with
 * Python's csv module: rows by column, and sums of count by area type, financial_year, crime_subtype and measure.
 */
describe.skipIf(!existsSync(FILE))('knife crime in London', () => {
  let file: ReadText;
  beforeAll(() => {
    const read = MPS_KNIFE.read(readFileSync(FILE, 'utf8'), { now: '2026-09', held: [], about: null });
    if (read.kind === 'refused') throw new Error(read.because);
    file = read;
  });

  const sum = (of: (each: CategorySeries) => boolean, category: string, from: Month, to: Month): number =>
    file.series
      .filter((each) => each.category === `mps-knife/${category}` && of(each))
      .flatMap(({ firstMonth, values }) =>
        monthRange(from, to).map((month) => values[monthsBetween(firstMonth, month)]),
      )
      .reduce<number>((total, value) => total + (value ?? Number.NaN), 0);
  const at = (code: string) => (each: CategorySeries) => each.areaCode === code;
  const isTeam = ({ areaCode }: CategorySeries): boolean => /^(team-|E05)/.test(areaCode);

  it('is read whole', () => {
    expect(file).toMatchObject({ rowsRead: 59_431, rowsUsed: 59_431, refused: [], from: '2022-03', to: '2026-02' });
    expect(file.recognisedAs).toBe('MPS knife crime dashboard, refreshed 2026-03-18');
    expect(file.boundaryVersions).toEqual(['boroughs-2022', 'wards-2022']);
    expect(Object.fromEntries(file.notices.map(({ reason, count }) => [reason, count]))).toEqual({
      'a neighbourhood team of no ward, kept apart as not placed': 159 + 132 + 41 + 53 + 4 + 16,
      'an area that is no borough, kept apart as not placed': 159 + 93 + 53 + 11,
    });
    const wards = file.series.filter(({ boundaryVersion }) => boundaryVersion === 'wards-2022');
    expect(new Set(wards.map(({ areaCode }) => areaCode)).size).toBe(679);
  });

  it('gives the published 436 offences of Islington in 2022-23, and the sums of its other measures', () => {
    const islington = (category: string) => sum(at('E09000019'), category, '2022-04', '2023-03');
    expect(islington('knife-crime/offences')).toBe(436);
    expect(islington('knife-crime-with-injury/offences')).toBe(134);
    expect(islington('knife-injury-victims-1-24/offences')).toBe(49);
    expect(islington('knife-injury-victims-non-da-1-24/offences')).toBe(47);
    expect(islington('knife-crime-with-injury-personal-robbery/offences')).toBe(25);
  });

  it('has the same total in teams as in boroughs, each month and measure, with what is placed in neither', () => {
    for (const category of new Set(file.series.map((each) => each.category))) {
      for (const month of monthRange('2022-03', '2026-02')) {
        const slug = category.replace('mps-knife/', '');
        const inBoroughs = sum((each) => !isTeam(each), slug, month, month);
        expect(sum(isTeam, slug, month, month), `${category} ${month}`).toBe(inBoroughs);
      }
    }
    expect(sum((each) => !isTeam(each), 'knife-crime/offences', '2023-04', '2024-03')).toBe(15_156);
  });

  it('places up to 336 of its offences in a borough and in no ward in a year', () => {
    const of = (version: string) => (each: CategorySeries) => each.boundaryVersion === version;
    const difference = (from: Month, to: Month) =>
      sum(of('boroughs-2022'), 'knife-crime/offences', from, to) -
      sum(of('wards-2022'), 'knife-crime/offences', from, to);
    expect(difference('2022-04', '2023-03')).toBe(0);
    expect(difference('2023-04', '2024-03')).toBe(25);
    expect(difference('2024-04', '2025-03')).toBe(336);
    expect(difference('2025-04', '2026-02')).toBe(142);
  });
});
