import type { ReviewAction } from '../../review/review-actions.ts';

/** What this reader may do next, as links. */
export function WhatYouCanDo({ actions, otherwise }: { actions: readonly ReviewAction[]; otherwise: string }) {
  return (
    <section aria-labelledby="do">
      <h2 class="w-h2" id="do">
        What you can do
      </h2>
      {actions.length === 0 ? (
        <p class="w-body">{otherwise}</p>
      ) : (
        <ul class="w-body-list w-todo">
          {actions.map(({ href, text }) => (
            <li key={href}>
              <a class="govuk-link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
