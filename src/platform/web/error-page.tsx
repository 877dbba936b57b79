import type { VNode } from 'preact';
import type { Suggestion } from './named-errors.ts';

export interface ErrorAnswer {
  status: number;
  title: string;
  /** One sentence that says what happened and what to do. */
  sentence: string;
  suggestions: readonly Suggestion[];
}

export function ErrorPage({ title, sentence, suggestions }: ErrorAnswer): VNode {
  return (
    <html lang="en-GB" class="govuk-template">
      <head>
        <meta charset="utf-8" />
        <title>{`${title} – Wardroom`}</title>
        <link rel="stylesheet" href="/assets/wardroom.css" />
      </head>
      <body class="govuk-template__body">
        <main class="govuk-width-container govuk-main-wrapper" id="main">
          <h1 class="w-title">{title}</h1>
          <p class="w-lead">{sentence}</p>
          {suggestions.length > 0 && (
            <ul class="govuk-list govuk-list--bullet">
              {suggestions.map(({ href, text }) => (
                <li key={href}>
                  <a class="govuk-link" href={href}>
                    {text}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </main>
      </body>
    </html>
  );
}
