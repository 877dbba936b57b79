import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { addMonths, monthsBetween } from '../../lib/calendar/month.ts';
import { LSOA_CRIME_COUNTS } from './lsoa-crime-counts.ts';

const FILE = fileURLToPath(
  new URL(
    '../../../../shared/data/bad-input/camden_islington_lsoa_month_category_2023-05_2026-03.csv',
    import.meta.url,
  ),
);

/** Expected numbers: counted from the file with Python's csv module, summing crime_count by month and distinct lsoa_code. */
describe.skipIf(!existsSync(FILE))('the table of Camden and Islington', () => {
  const read = () => {
    const result = LSOA_CRIME_COUNTS.read(readFileSync(FILE, 'utf8'), { now: '2026-09', held: [], about: null });
    if (result.kind === 'refused') throw new Error(result.because);
    return result;
  };

  it('is read whole, on the LSOAs of 2021', () => {
    const file = read();
    expect(file).toMatchObject({ rowsRead: 57_519, rowsUsed: 57_519, refused: [], from: '2023-05', to: '2026-03' });
    expect(file.boundaryVersions).toEqual(['lsoas-2021']);
    expect(file.series).toHaveLength(254 * 14);
  });

  it('has no value in the two absent months, and few in the stub and the ten short ones', () => {
    const { series, coverage, notices } = read();
    const areasWith = (month: (typeof coverage)[number]['month']) =>
      new Set(
        series
          .filter(({ firstMonth, values }) => typeof values[monthsBetween(firstMonth, month)] === 'number')
          .map(({ areaCode }) => areaCode),
      ).size;
    const totals = Object.fromEntries(coverage.map(({ month, total }) => [month, total]));
    expect(totals['2023-06']).toBeUndefined();
    expect(totals['2023-09']).toBeUndefined();
    expect(totals['2023-05']).toBe(888);
    expect(totals['2023-07']).toBe(6_539);
    expect(totals['2023-10']).toBe(7_664);
    expect([areasWith('2023-05'), areasWith('2023-07'), areasWith('2025-04')]).toEqual([41, 224, 221]);
    expect(areasWith('2025-02'), 'two quiet LSOAs have none').toBe(254);
    expect(notices.slice(0, 2).map(({ reason }) => reason)).toEqual([
      'no row at all in June 2023: no value anywhere',
      'no row at all in September 2023: no value anywhere',
    ]);
    expect(notices.slice(2).map(({ count }) => count)).toEqual([213, 30, 31, 32, 32, 31, 31, 33, 31, 32, 33]);
  });

  it('gives the examples of the README', () => {
    const { series } = read();
    const total = (areaCode: string, month: `${number}-${number}`) =>
      series
        .filter((each) => each.areaCode === areaCode)
        .reduce<number | null>((sum, { firstMonth, values }) => {
          const value = values[monthsBetween(firstMonth, month)] ?? null;
          return sum === null || value === null ? null : sum + value;
        }, 0);
    expect(total('E01000907', '2023-07')).toBeNull();
    expect(total('E01000907', addMonths('2023-07', 3))).toBeGreaterThan(0);
    expect(total('E01000923', '2025-02')).toBe(0);
  });
});
