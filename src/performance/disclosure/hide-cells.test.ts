import { describe, expect, it } from 'vitest';
import type { Month } from '../../lib/calendar/month.ts';
import { hideCells } from './hide-cells.ts';
import { type HiddenCells, seriesKey } from './model.ts';

const FROM: Month = '2024-04';
const HATE = 'hate-crime-excluding-domestic-abuse';
const ISLINGTON = 'E09000019';
const values = [7, 3, 9, 12, 8, 6, 5, 5, 5, 5, 5, 5];
const months = (
  measure: string,
  boundaryVersion: 'boroughs-2022' | 'wards-2022' | 'lsoas-2021',
  synthetic = false,
) => ({
  ...{ measure, areaCode: ISLINGTON, boundaryVersion, synthetic, firstMonth: FROM, values },
});
const hidden: HiddenCells = {
  months: new Map([[seriesKey(HATE, ISLINGTON), new Set<Month>(['2024-05'])]]),
  years: new Map(),
  decided: new Set([seriesKey(HATE, ISLINGTON)]),
  unprotected: 0,
};

describe('what is given out of months', () => {
  it('leaves out the months that were decided, and keeps the sum of their year where that is given out', () => {
    const given = hideCells(months(HATE, 'boroughs-2022'), hidden);
    expect(given.values).toEqual([7, null, ...values.slice(2)]);
    expect(given.hidden).toEqual(['2024-05']);
    expect(given.years).toEqual([{ from: '2024-04', to: '2025-03', count: 75 }]);
  });

  it('gives no sum of a year that is hidden too', () => {
    const years = new Map([[seriesKey(HATE, ISLINGTON), new Set<Month>(['2024-04'])]]);
    expect(hideCells(months(HATE, 'boroughs-2022'), { ...hidden, years }).years).toEqual([]);
  });

  it('gives nothing of few people that was not decided, nor of searches by ethnicity below a borough', () => {
    expect(
      hideCells({ ...months(HATE, 'lsoas-2021'), areaCode: 'E01000001' }, hidden).values.every(
        (value) => value === null,
      ),
    ).toBe(true);
    const searches = months('stop-and-search-ethnicity-black', 'wards-2022');
    expect(hideCells(searches, hidden).hidden).toHaveLength(12);
  });

  it('gives out what the police publish themselves, what is about many, and what is made up', () => {
    const none: HiddenCells = { months: new Map(), years: new Map(), decided: new Set(), unprotected: 0 };
    for (const given of [
      hideCells(months('stop-and-search-ethnicity-black', 'boroughs-2022'), none),
      hideCells(months('sexual-offences', 'wards-2022'), none),
      hideCells(months('personal-robbery', 'lsoas-2021'), none),
      hideCells(months(HATE, 'lsoas-2021', true), none),
    ])
      expect(given).toEqual({ values, hidden: [], years: [] });
    expect(hideCells(months('sexual-offences', 'lsoas-2021'), none).hidden).toHaveLength(12);
  });
});
