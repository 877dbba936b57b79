import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { SelectField } from './select-field.tsx';

it('puts neighbouring choices under their heading, in their order, and those without one under none', () => {
  const html = render(
    <SelectField
      id="place"
      name="place"
      label="Place"
      value="b"
      choices={[
        { value: '', text: 'All' },
        { value: 'a', text: 'Belsize', group: 'Camden' },
        { value: 'b', text: 'Kilburn', group: 'Camden' },
        { value: 'c', text: 'Bunhill', group: 'Islington' },
      ]}
    />,
  );
  const list = html.slice(html.indexOf('<select'), html.indexOf('</select>')).replace(/<select[^>]*>/, '');
  expect(list).toBe(
    '<option value>All</option><optgroup label="Camden"><option value="a">Belsize</option><option value="b" selected>Kilburn</option></optgroup><optgroup label="Islington"><option value="c">Bunhill</option></optgroup>',
  );
});
