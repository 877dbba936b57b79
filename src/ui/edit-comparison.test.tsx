import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { compareEdits, type EditKind } from '../lib/editing/compare-edits.ts';
import { type ComparedField, EditComparison } from './edit-comparison.tsx';
import { sayEdits } from './say-edits.ts';

const field = (name: string, kind: EditKind, [seen, stored, yours]: [string, string, string]): ComparedField => ({
  name,
  label: `The ${name}`,
  kind,
  seen,
  stored,
  yours,
});
const FIELDS = [
  field('title', 'conflict', ['Bins', 'Bin fires', 'Bins "on" <fire\r\nagain']),
  field('owner', 'only-yours', ['Ana', 'Ana', 'Ben']),
  field('action', 'only-theirs', ['Look', 'Lock them', 'Look']),
  field('ward', 'unchanged', ['Bunhill', 'Bunhill', 'Bunhill']),
  field('due', 'same', ['', '2026-03-01', '2026-03-01']),
];
const html = render(
  <EditComparison
    caption="The problem at Bunhill Row"
    fields={FIELDS}
    savedBy="Ana Cole"
    savedAt="14:02 on 1 March 2026"
    version={2}
  />,
);
const inputs = [...html.matchAll(/<input[^>]*>/g)].map(([tag]) => tag);
const named = (name: string) => inputs.filter((tag) => tag.includes(`name="${name}"`));

describe('the comparison of a stale edit', () => {
  it('sends every field of the form again, at the version that is stored now', () => {
    expect(named('version')).toEqual(['<input type="hidden" name="version" value="2"/>']);
    expect(named('owner')).toEqual(['<input type="hidden" name="owner" value="Ben"/>']);
    expect(named('action')).toEqual(['<input type="hidden" name="action" value="Lock them"/>']);
    expect(named('ward')).toEqual(['<input type="hidden" name="ward" value="Bunhill"/>']);
    expect(named('due')).toEqual(['<input type="hidden" name="due" value="2026-03-01"/>']);
  });

  it('asks for a choice where both changed a field, chooses nothing, and keeps every letter that was typed', () => {
    const choices = named('title');
    expect(choices).toHaveLength(2);
    for (const choice of choices) {
      expect(choice).toContain('type="radio"');
      expect(choice).toContain('required');
      expect(choice).not.toContain('checked');
    }
    expect(choices[0]).toContain('value="Bin fires"');
    expect(choices[1]).toMatch(/value="Bins &quot;on&quot; &lt;fire\r\nagain"/);
    expect(html).toContain('<legend class="govuk-visually-hidden">The title: what to keep</legend>');
  });

  it('shows each changed field as it was, as it is now by whom and when, and as it was entered', () => {
    const rows = html.split('<tr').slice(2);
    expect(rows.map((row) => /The (\w+)/.exec(row)?.[1])).toEqual(['title', 'owner', 'action', 'due']);
    expect(rows[0]).toMatch(/Bins<.*Bin fires<.*Bins (&quot;|")on/s);
    expect(rows[0]).toContain('<br/>again');
    expect(rows[0]).not.toContain('<fire');
    expect(html).toContain('data-th="Now, saved by Ana Cole at 14:02 on 1 March 2026"');
    expect(rows[3]).toContain('nothing');
  });

  it('keeps its roles when it stacks on a phone', () => {
    for (const role of ['table', 'row', 'columnheader', 'rowheader', 'cell']) expect(html).toContain(`role="${role}"`);
  });
});

describe('the words', () => {
  const said = (stored: Record<string, string>, yours: Record<string, string>) =>
    sayEdits(
      compareEdits({
        seen: { a: '1', b: '1' },
        stored: { a: '1', b: '1', ...stored },
        yours: { a: '1', b: '1', ...yours },
      }).map(({ kind, field: label }) => ({ kind, label })),
      'Ana Cole',
    );

  it('name the fields that both changed', () => {
    expect(said({ a: '2', b: '2' }, { a: '3', b: '3' })).toContain(
      'You both changed “a” and “b”: choose which to keep',
    );
  });

  it('say when nothing is in the way, and when there is nothing left to save', () => {
    expect(said({ a: '2' }, { b: '3' })).toContain('None of your changes is in the way of theirs');
    expect(said({ a: '2' }, { a: '2' })).toContain('There is nothing left of yours to save');
  });
});
