import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { addMonths } from '../lib/calendar/month.ts';
import { ControlChart } from './control-chart.tsx';
import { type ControlPoint, controlGeometry } from './control-geometry.ts';

const lines = { average: 100, lower: 60, upper: 140 };
const points = Array.from(
  { length: 30 },
  (_, at): ControlPoint => ({
    ...{ month: addMonths('2022-04', at), lines, doubtful: at === 3 },
    value: at === 5 ? null : 90 + (at % 7) * 3,
    special: at === 20 ? 'clear' : at === 21 ? 'maybe' : null,
  }),
);

describe('a control chart', () => {
  const html = render(<ControlChart points={points} width={740} what="robbery" baselineEnd={11} />);

  it('says in words what it shows', () => {
    expect(html).toContain('role="img"');
    expect(html).toContain(
      'aria-label="Control chart of robbery, April 2022 to September 2024: between 90 and 108. 1 out of the ordinary, 1 marked that could be chance. The table below has every point."',
    );
  });

  it('draws special causes as diamonds, those that could be chance open, and doubtful months as open dots', () => {
    expect(html.match(/class="w-special"/g)).toHaveLength(1);
    expect(html.match(/w-special--maybe/g)).toHaveLength(1);
    expect(html.match(/w-doubt/g)).toHaveLength(1);
    expect(html.match(/w-dot"/g)).toHaveLength(26);
  });

  it('labels its lines directly, in full where there is room, and marks the end of the baseline', () => {
    expect(html).toContain('>upper limit 140<');
    expect(html).toContain('>baseline<');
    const narrow = render(<ControlChart points={points} width={288} what="robbery" />);
    expect(narrow).toContain('>140<');
    expect(narrow).not.toContain('upper limit');
    expect(narrow).not.toContain('baseline');
  });

  it('has no inline style, and is nothing without a value', () => {
    expect(html).not.toContain('style=');
    expect(
      render(<ControlChart points={points.map((point) => ({ ...point, value: null }))} width={740} what="" />),
    ).toBe('');
  });
});

describe('where it goes', () => {
  const moved = points.map((point, at) => (at < 15 ? point : { ...point, lines: { ...lines, average: 80 } }));

  it('lets no line run on over a step change, and breaks the values where there is none', () => {
    expect(controlGeometry(moved, [15], 740, 124).average.match(/M/g)).toHaveLength(2);
    expect(controlGeometry(moved, [], 740, 124).average.match(/M/g)).toHaveLength(1);
    expect(controlGeometry(points, [], 740, 124).path.match(/M/g)).toHaveLength(2);
  });

  it('keeps the labels of close lines apart, and everything within its width', () => {
    const close = points.map((point) => ({ ...point, lines: { average: 100, lower: 99, upper: 101 } }));
    const { labels, x, right, y, top, bottom } = controlGeometry(close, [], 288, 44);
    const [upper, average, lower] = labels.map((label) => label.y);
    expect((average ?? 0) - (upper ?? 0)).toBeGreaterThanOrEqual(17);
    expect((lower ?? 0) - (average ?? 0)).toBeGreaterThanOrEqual(17);
    expect(x(29)).toBeLessThanOrEqual(right);
    expect([y(108) >= top, y(0)]).toEqual([true, bottom]);
  });

  it('prints a year at its first point, as often as there is room', () => {
    expect(controlGeometry(points, [], 740, 124).years.map(({ year }) => year)).toEqual(['2023', '2024']);
    const rare = points.filter((_, at) => at % 10 === 0);
    expect(controlGeometry(rare, [], 740, 124).years.map(({ index }) => index)).toEqual([1]);
  });
});
