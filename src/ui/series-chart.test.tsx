import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { MonthTable } from './month-table.tsx';
import { SeriesChart } from './series-chart.tsx';
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

describe('SeriesChart', () => {
  const html = render(<SeriesChart series={series} width={545} what="robbery by month" />);

  it('has a text alternative with months and range', () => {
    expect(html).toContain('role="img"');
    expect(html).toContain(
      'aria-label="Chart of robbery by month, November 2024 to May 2025: between 2 and 10 a month.',
    );
  });

  it('has no inline style', () => expect(html).not.toContain('style='));

  it('sets a span apart with its average, only when every month of it has a value', () => {
    const span = { from: '2025-04', to: '2025-05', label: 'counted in demand' } as const;
    expect(render(<SeriesChart series={series} width={545} what="" span={span} />)).toContain('average 6<');
    const gap = { ...span, from: '2025-03' } as const;
    const holed = render(<SeriesChart series={series} width={545} what="" span={gap} />);
    expect(holed).toContain('counted in demand');
    expect(holed).not.toContain('average');
    const before = { ...span, from: '2024-01', to: '2024-12' } as const;
    expect(render(<SeriesChart series={series} width={545} what="" span={before} />)).not.toContain('average');
  });

  it('marks a month inside the series and none outside', () => {
    const at = (month: '2024-12' | '2022-05') =>
      render(<SeriesChart series={series} width={545} what="" mark={{ month, label: 'ward created' }} />);
    expect(at('2024-12')).toContain('ward created');
    expect(at('2022-05')).not.toContain('ward created');
  });

  it('is nothing without a single value', () => {
    expect(render(<SeriesChart series={{ firstMonth: '2024-01', values: [null, null] }} width={545} what="" />)).toBe(
      '',
    );
  });
});

describe('MonthTable', () => {
  const html = render(
    <MonthTable
      caption="Robbery by month"
      series={{ firstMonth: '2024-01', values: [...Array.from({ length: 12 }, () => 100), 7, null] }}
    />,
  );
  const rows = [...html.matchAll(/<tr[^>]*>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) => cell.replace(/<[^>]+>/g, '')),
  );

  it('has a row a year, latest first, months in their columns', () => {
    expect(rows[0]).toEqual([
      'Year',
      'Jan',
      'Feb',
      'Mar',
      'Apr',
      'May',
      'Jun',
      'Jul',
      'Aug',
      'Sep',
      'Oct',
      'Nov',
      'Dec',
      'Total',
    ]);
    expect(rows[1]).toEqual(['2025', '7', '–no figure', ...Array.from({ length: 11 }, () => '')]);
    expect(rows[2]).toEqual(['2024', ...Array.from({ length: 12 }, () => '100'), '1,200']);
  });
});
