import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { funnelGeometry } from './funnel-geometry.ts';
import { FunnelPlot } from './funnel-plot.tsx';

const limits = [
  {
    label: '99.8%',
    points: [2000, 6000, 12000].map((exposure) => ({
      ...{ exposure, upper: 10 + 300_000 / exposure },
      lower: exposure < 4000 ? null : 5,
    })),
  },
];
const points = [
  { code: 'A', name: 'Bunhill', exposure: 11_000, value: 40, outside: 'above' as const },
  { code: 'B', name: 'Arsenal', exposure: 9000, value: 12, outside: null },
  { code: 'C', name: 'Clerkenwell', exposure: 10_900, value: 40.5, outside: 'above' as const },
];
const props = {
  points,
  limits,
  average: 11,
  what: 'robberies',
  exposureUnit: 'residents',
  valueUnit: 'a 1,000 residents',
};

describe('a funnel plot', () => {
  const html = render(<FunnelPlot {...props} width={740} />);

  it('says in words how many lie within, and marks those outside by their shape', () => {
    expect(html).toContain(
      'aria-label="Funnel plot of robberies: 1 of 3 lie within the limits. The table has every figure."',
    );
    expect(html.match(/class="w-special"/g)).toHaveLength(2);
    expect(html.match(/class="w-dot"/g)).toHaveLength(1);
    expect(html).not.toContain('style=');
  });

  it('prints the names of those outside, where one does not cover another', () => {
    const { names } = funnelGeometry(points, limits, 11, 740);
    expect(names.map(({ code }) => code)).toEqual(['C']);
    const apart = points.map((point) => (point.code === 'A' ? { ...point, value: 25 } : point));
    expect(funnelGeometry(apart, limits, 11, 740).names).toHaveLength(2);
  });

  it('draws limits only where they are on the scale, and everything within its width', () => {
    const geometry = funnelGeometry(points, limits, 11, 288);
    expect(geometry.limits[0]?.upper.match(/[ML]/g)).toHaveLength(2);
    expect(geometry.limits[0]?.lower.match(/[ML]/g)).toHaveLength(2);
    expect(geometry.x(11_000)).toBeLessThanOrEqual(geometry.right);
  });
});
