import type { ComponentChildren } from 'preact';

export interface DetailsProps {
  summary: string;
  /** True where it must not be overlooked, as with a wrong field inside. */
  open?: boolean;
  children: ComponentChildren;
}

/** More for those who want it, such as the table behind a chart. Open on paper. */
export function Details({ summary, open = false, children }: DetailsProps) {
  return (
    <details class="govuk-details" {...(open ? { open } : {})}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
