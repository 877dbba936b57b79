import { render } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { Panel } from './panel.tsx';
import { Tag } from './tag.tsx';

it('sets a notice apart, with a title where it has one', () => {
  expect(render(<Panel>Words.</Panel>)).toBe('<div class="w-panel">Words.</div>');
  expect(
    render(
      <Panel title="No plan" warn>
        Words.
      </Panel>,
    ),
  ).toBe('<div class="w-panel w-panel--warn"><h2 class="w-h2">No plan</h2>Words.</div>');
});

it('tags a state with a word, never by colour alone', () => {
  expect(render(<Tag text="Back-cast" />)).toBe('<strong class="govuk-tag w-tag">Back-cast</strong>');
  expect(render(<Tag text="Floor breach" weight="breach" />)).toContain('w-tag--breach">Floor breach');
});
