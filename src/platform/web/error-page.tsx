import type { VNode } from 'preact';
import { Page } from '../../ui/layout.tsx';
import type { Suggestion } from './named-errors.ts';

export interface ErrorAnswer {
  status: number;
  title: string;
  /** One sentence that says what happened and what to do. */
  sentence: string;
  suggestions: readonly Suggestion[];
}

/** A page that says what went wrong. It reads no records: they may be what is broken. */
export function ErrorPage({ title, sentence, suggestions }: ErrorAnswer): VNode {
  return (
    <Page title={title} active={null} unit={null} synthetic={false}>
      <h1 class="w-title">{title}</h1>
      <p class="w-lead">{sentence}</p>
      {suggestions.length === 0 ? null : (
        <ul class="w-body-list" aria-label="Where to go from here">
          {suggestions.map(({ href, text }) => (
            <li key={href}>
              <a class="govuk-link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
