import type { ComponentChildren } from 'preact';

export interface SummaryRow {
  key: string;
  value: ComponentChildren;
}

/** What is known of one thing, a line each: as govuk-frontend's summary list. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl class="w-summary">
      {rows.map(({ key, value }) => (
        <div key={key} class="w-summary__row">
          <dt>{key}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
