import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { type ScatterPoint, scatterGeometry } from './scatter-geometry.ts';
import { ScatterPlot } from './scatter-plot.tsx';

const point = (code: string, across: number, up: number, named = false): ScatterPoint => ({
  ...{ code, name: `Place ${code}`, across, up, named },
});
const points = [
  point('a', 10, 0.7),
  point('b', 20, 0.61, true),
  point('c', 20.2, 0.61, true),
  point('d', 40, 0.8, true),
];

describe('scatterGeometry', () => {
  it('starts at zero across, and not upwards', () => {
    const { x, y, left, bottom } = scatterGeometry(points, 600);
    expect(x(0)).toBe(left);
    expect(y(0.6)).toBeLessThanOrEqual(bottom);
    expect(y(0.8)).toBeLessThan(y(0.61));
  });

  it.each([288, 600])('prints no name over another, nor outside, at %d pixels', (width) => {
    const { names } = scatterGeometry(points, width);
    const boxes = names.map(({ name, x, y, end }) => {
      const length = name.length * 7.2;
      return { from: end ? x - length : x, to: end ? x : x + length, y };
    });
    expect(names.length).toBeGreaterThan(1);
    for (const [at, box] of boxes.entries()) {
      expect(box.from).toBeGreaterThanOrEqual(0);
      expect(box.to).toBeLessThanOrEqual(width);
      for (const other of boxes.slice(at + 1))
        expect(Math.abs(box.y - other.y) >= 12 || box.to <= other.from || other.to <= box.from).toBe(true);
    }
  });
});

describe('ScatterPlot', () => {
  const html = render(
    <ScatterPlot
      points={points}
      middle={{ across: 20, up: 0.65 }}
      width={600}
      what="crime against trust"
      acrossUnit="a"
      upUnit="b"
    />,
  );

  it('has a text alternative, a dot for each place, and no inline style', () => {
    expect(html).toContain('aria-label="Plot of crime against trust, 4 places.');
    expect(html.match(/<circle/g)).toHaveLength(4);
    expect(html).not.toContain('style=');
  });

  it('fills only the dots that are named', () => expect(html.match(/class="w-clear"/g)).toHaveLength(3));
});
