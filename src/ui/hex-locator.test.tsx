import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { HexLocator } from './hex-locator.tsx';

const wards = [
  { code: 'a', borough: 'Camden', q: 0, r: 0 },
  { code: 'b', borough: 'Camden', q: 1, r: 0 },
  { code: 'c', borough: 'Islington', q: 2, r: 0 },
];

it('shows the ward, its borough and the boundary, with words for those who do not see it', () => {
  const html = render(<HexLocator wards={wards} code="b" width={200} description="In Camden, beside A." />);
  expect(html).toContain('role="img" aria-label="In Camden, beside A."');
  expect(html.match(/w-near/g)).toHaveLength(2);
  expect(html.match(/w-far/g)).toHaveLength(1);
  expect(html.match(/class="w-border"/g)).toHaveLength(1);
  expect(html.match(/w-pick/g)).toHaveLength(1);
});

it('is nothing for a ward without a hexagon', () => {
  expect(render(<HexLocator wards={wards} code="x" width={200} description="" />)).toBe('');
});
