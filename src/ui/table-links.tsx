import type { ComponentChildren } from 'preact';

export interface TableLinksProps {
  /** Each table given out: what its file is called in a link, and its addresses. */
  tables: readonly { text: string; csv: string; json: string }[];
  /** More links, after those of the files. */
  children?: ComponentChildren;
}

/** Where the figures of a page are as files, on one line: "Download the table (CSV) · as JSON". */
export function TableLinks({ tables, children }: TableLinksProps) {
  return (
    <p class="w-body w-noprint">
      {tables.map(({ text, csv, json }, at) => (
        <>
          {at === 0 ? null : ' · '}
          <a class="govuk-link" href={csv}>
            {text} (CSV)
          </a>{' '}
          ·{' '}
          <a class="govuk-link" href={json}>
            as JSON
          </a>
        </>
      ))}
      {children}
    </p>
  );
}
