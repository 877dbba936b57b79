import { describe, expect, it } from 'vitest';
import { type MonthlySeries, seriesGeometry } from './series-geometry.ts';

const series: MonthlySeries = { firstMonth: '2024-11', values: [4, 8, null, 6, null, 2, 10] };

describe('seriesGeometry', () => {
  it('starts its scale at zero and reaches past the greatest value', () => {
    const { ticks, y, bottom, top } = seriesGeometry(series, 545, 12);
    expect(ticks[0]).toBe(0);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(10);
    expect(y(0)).toBe(bottom);
    expect(y(10)).toBeGreaterThanOrEqual(top);
  });

  it('breaks the line where months have no value', () => {
    expect(seriesGeometry(series, 545, 12).path.match(/M/g)).toHaveLength(3);
  });

  it('gives each month its dot while there is room, and a month alone its dot always', () => {
    expect(seriesGeometry(series, 545, 12).dots.map(({ index }) => index)).toEqual([0, 1, 3, 5, 6]);
    const long: MonthlySeries = {
      firstMonth: '2010-01',
      values: Array.from({ length: 190 }, (_, index) => (index % 50 === 25 ? 9 : index % 50 > 22 ? null : 3)),
    };
    expect(seriesGeometry(long, 545, 12).dots.map(({ index }) => index)).toEqual([25, 75, 125, 175]);
  });

  it('prints years at Januaries, fewer when there is less room', () => {
    expect(seriesGeometry(series, 545, 12).years).toEqual([{ index: 2, year: 2025 }]);
    const long: MonthlySeries = { firstMonth: '2010-04', values: Array.from({ length: 180 }, () => 3) };
    expect(seriesGeometry(long, 288, 12).years.map(({ year }) => year)).toEqual([2015, 2020, 2025]);
  });

  it('has whole-number ticks even for the smallest counts', () => {
    const { ticks } = seriesGeometry({ firstMonth: '2024-01', values: [0, 1, 0] }, 288, 12);
    expect(ticks).toEqual([0, 1]);
  });
});
