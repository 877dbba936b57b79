import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { addMonths } from '../lib/calendar/month.ts';
import { GapChart, GapChartKey } from './gap-chart.tsx';
import { type GapPoint, gapGeometry, outsideBand } from './gap-geometry.ts';

/** Two years of months at 0, the last three at 40; nine tenths of the others within 30. */
const POINTS = Array.from(
  { length: 24 },
  (_, at): GapPoint => ({
    month: addMonths('2015-07', at),
    percent: at < 21 ? 0 : 40,
    half: [-10, 10],
    nine: [-30, 30],
  }),
);
const drawn = (points: readonly GapPoint[], width = 720) =>
  render(<GapChart points={points} start="2017-01" width={width} what="robbery in A" others="351 other pairs" />);

describe('a gap chart', () => {
  it('marks months after the start outside the band, and only those', () => {
    expect(drawn(POINTS).match(/class="w-special"/g)).toHaveLength(3);
    expect(drawn(POINTS).match(/class="w-dot"/g)).toHaveLength(3);
    const before = POINTS.map((point, at) => (at === 2 ? { ...point, percent: 60 } : point));
    expect(drawn(before).match(/class="w-special"/g)).toHaveLength(3);
  });

  it('says in words what it shows, from its figures', () => {
    expect(drawn(POINTS)).toContain(
      'aria-label="Gap chart of robbery in A, July 2015 to June 2017. From January 2017 the gap is 0 to +40%, in 3 months of 6 outside the band of 351 other pairs. The table below has every month."',
    );
    expect(drawn(POINTS.map((point) => ({ ...point, percent: 5 })))).toContain('the gap is +5 to +5%, within the band');
    expect(drawn(POINTS.slice(0, 9))).toContain('No month is after the start.');
  });

  it('draws none on its scale however far off the gap is, with room for its labels', () => {
    const far = POINTS.map((point) => ({ ...point, percent: 250 }));
    const { ticks, y, bottom, top, left } = gapGeometry(far, 328);
    expect(ticks).toContain(0);
    expect(y(0)).toBeLessThanOrEqual(bottom);
    expect(y(250)).toBeGreaterThanOrEqual(top);
    expect(left).toBeGreaterThan(30);
  });

  it('draws no band where the others are too few to say, and nothing is outside of none', () => {
    const bare = POINTS.map((point) => ({ ...point, half: null, nine: null }));
    expect(gapGeometry(bare, 720).nine).toBe('');
    expect(bare.map(outsideBand).filter(Boolean)).toEqual([]);
    expect(render(<GapChartKey others={null} outside={false} />)).not.toContain('w-band');
  });

  it('names the side on which a month lies outside', () => {
    const at = (percent: number) => outsideBand({ month: '2017-01', percent, half: null, nine: [-30, 30] });
    expect([at(31), at(30), at(-30), at(-31)]).toEqual(['above', null, null, 'below']);
  });
});
