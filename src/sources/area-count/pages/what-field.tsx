import { describedBy, FormGroup } from '../../../ui/form-group.tsx';
import { monthsText } from '../../pages/months-text.ts';
import { countedKinds, SOURCE_WORDS } from '../counted-kinds.ts';
import type { HeldIncidents } from '../held-incidents.ts';

/** What is counted: all of a source or one type of it, for each source that is held. */
export function WhatField({ held, value, error }: { held: readonly HeldIncidents[]; value: string; error?: string }) {
  const hint = held.map(({ source, from, to }) => `${SOURCE_WORDS[source].title}: ${monthsText(from, to)}.`).join(' ');
  const field = { id: 'what', name: 'what', label: 'What is counted', hint, ...(error === undefined ? {} : { error }) };
  return (
    <FormGroup {...field}>
      <select
        class={error === undefined ? 'govuk-select' : 'govuk-select govuk-select--error'}
        id="what"
        name="what"
        {...describedBy(field)}
      >
        {held.map(({ source }) => (
          <optgroup key={source} label={SOURCE_WORDS[source].title}>
            {countedKinds(source).map((kind) => (
              <option key={kind.value} value={kind.value} selected={kind.value === value}>
                {kind.title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </FormGroup>
  );
}
