import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { Month } from '../lib/calendar/month.ts';
import { MonthTable } from './month-table.tsx';

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

  it('marks the figure of a doubtful month, and no other', () => {
    const marked = render(
      <MonthTable caption="Robbery" series={{ firstMonth: '2024-01', values: [5, 6, null], doubtful: ['2024-02'] }} />,
    );
    expect(marked.match(/\d[^<]*<span aria-hidden="true">[?]<\/span>/g)).toEqual([
      '6<span aria-hidden="true">?</span>',
    ]);
    expect(marked).toContain('> doubtful</span>');
    const year = Array.from({ length: 12 }, () => 100);
    const total = (doubtful: Month[]) =>
      render(<MonthTable caption="Robbery" series={{ firstMonth: '2024-01', values: year, doubtful }} />);
    expect(total([])).toContain('1,200');
    expect(total(['2024-06'])).not.toContain('1,200');
    expect(html).not.toContain('doubtful');
  });
});
