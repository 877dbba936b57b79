import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { ShareBar } from './share-bar.tsx';

it('starts at zero, ends in proportion, and ticks the average', () => {
  const html = render(<ShareBar share={0.03} average={0.02} full={0.04} width={100} />);
  expect(html).toContain('<rect class="w-bar-fill" y="2" width="75.0" height="10"');
  expect(html).toContain('<rect class="w-tick" x="50.0"');
  expect(html).toContain('aria-hidden="true"');
});

it('never leaves its track', () => {
  const html = render(<ShareBar share={0.09} average={0.08} full={0.04} width={100} />);
  expect(html).toContain('width="100.0"');
  expect(html).toContain('x="99.0"');
});

it('is empty where there is nothing to share', () => {
  expect(render(<ShareBar share={0} average={0} full={0} width={100} />)).toContain('width="0.0"');
});
