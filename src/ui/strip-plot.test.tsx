import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { stripGeometry } from './strip-geometry.ts';
import { StripPlot } from './strip-plot.tsx';

const strips = [
  { label: 'Camden', points: [5, 5.1, 5.2, 40].map((value, at) => ({ code: `c${at}`, name: `C ${at}`, value })) },
  { label: 'Islington', points: [10, 12].map((value, at) => ({ code: `i${at}`, name: `I ${at}`, value })) },
];

describe('stripGeometry', () => {
  it('stands dots that would touch above each other, inside their own band', () => {
    for (const { top, height, dots } of stripGeometry(strips, 300).strips) {
      for (const [at, dot] of dots.entries()) {
        expect(dot.y).toBeGreaterThan(top);
        expect(dot.y).toBeLessThan(top + height);
        for (const other of dots.slice(at + 1)) expect(Math.hypot(dot.x - other.x, dot.y - other.y)).toBeGreaterThan(9);
      }
    }
  });

  it('has one axis from zero for all bands', () => {
    const { x, left, right, strips: laid } = stripGeometry(strips, 600);
    expect(x(0)).toBe(left);
    expect(Math.max(...laid.flatMap(({ dots }) => dots.map((dot) => dot.x)))).toBeLessThanOrEqual(right);
  });
});

it('draws a dot for each place and names every band', () => {
  const html = render(<StripPlot strips={strips} width={300} what="crime" unit="for each 1,000" />);
  expect(html.match(/<circle/g)).toHaveLength(6);
  expect(html).toContain('Islington');
  expect(html).toContain('aria-label="Plot of crime, in 2 bands.');
  expect(html).not.toContain('style=');
});
