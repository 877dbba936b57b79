import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { HexBoroughNames } from './hex-borough-names.tsx';
import { hexGrid } from './hex-grid.ts';

const names = (places: { q: number; r: number; borough: string }[], width: number) =>
  render(<HexBoroughNames wards={places} grid={hexGrid(places, width)} />);

/** A row of nine, with one hexagon north of its middle. */
const row = (east: string) => [
  ...Array.from({ length: 9 }, (_, q) => ({ q, r: 0, borough: q < 5 ? 'Camden' : east })),
  { q: 4, r: 1, borough: 'Camden' },
];

it('names two boroughs in the free corners on their own sides', () => {
  const html = names(row('Islington'), 600);
  expect(html).toContain('<text class="w-hb w-hb--west" x="8"');
  expect(html).toMatch(/w-hb--west"[^>]*>Camden</);
  expect(html).toMatch(/w-hb--east" x="592"[^>]*>Islington</);
});

it('names nothing where a hexagon is in the way', () => {
  expect(names([...row('Islington'), { q: 0, r: 1, borough: 'Camden' }], 600)).toBe('');
});

it('names nothing for one borough or three', () => {
  expect(names(row('Camden'), 600)).toBe('');
  expect(names([...row('Islington'), { q: 9, r: 0, borough: 'Barnet' }], 600)).toBe('');
});
