import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { AtWidths } from './at-widths.tsx';
import { Figure } from './figure.tsx';

it('says its finding first and its source last', () => {
  const html = render(
    <Figure title="Robbery: 49" sub="Each month" source="Source: a.csv" synthetic>
      <p>drawing</p>
    </Figure>,
  );
  expect(html).toMatch(/^<figure class="w-figure"><figcaption>Robbery: 49 <span class="w-syn">/);
  expect(html.indexOf('drawing')).toBeLessThan(html.indexOf('Source: a.csv'));
});

it('is drawn for three widths', () => {
  const html = render(<AtWidths wide={600}>{(width) => <i>{width}</i>}</AtWidths>);
  expect(html).toBe(
    '<div class="w-tiny"><i>288</i></div><div class="w-narrow"><i>328</i></div><div class="w-wide"><i>600</i></div>',
  );
});
