import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { SeriesChart } from './series-chart.tsx';
import type { MonthlySeries } from './series-geometry.ts';

const series: MonthlySeries = { firstMonth: '2024-11', values: [4, 8, null, 6, null, 2, 10] };

describe('SeriesChart', () => {
  const html = render(<SeriesChart series={series} width={545} what="robbery by month" />);

  it('has a text alternative with months and range', () => {
    expect(html).toContain('role="img"');
    expect(html).toContain(
      'aria-label="Chart of robbery by month, November 2024 to May 2025: between 2 and 10 a month.',
    );
  });

  it('draws a doubtful month as an open dot, and none where there is no figure', () => {
    const marks = (doubtful: ('2024-12' | '2025-01')[]) =>
      render(<SeriesChart series={series} width={545} what="" doubtful={doubtful} />).split('w-doubt').length - 1;
    expect([marks([]), marks(['2024-12']), marks(['2024-12', '2025-01'])]).toEqual([0, 1, 1]);
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
