import { countWords } from '../../ui/count-words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { ImportRecord } from '../model.ts';
import { monthsText } from './months-text.ts';
import { whenInLondon } from './when-in-london.ts';

/** Older ones are listed by "wardroom import list". */
const MOST_FILES = 100;

/** Imports that no longer count, kept so that a figure printed earlier can still be traced. */
export function TakenBack({ files }: { files: ImportRecord[] }) {
  if (files.length === 0) return null;
  return (
    <details class="govuk-details">
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Taken back: {countWords(files.length, 'file')}</span>
      </summary>
      <div class="govuk-details__text">
        <DataTable<ImportRecord>
          caption="Files that no longer count"
          phones="stack"
          compact
          {...(files.length > MOST_FILES ? { sub: `The latest ${MOST_FILES}; “wardroom import list” has all.` } : {})}
          rows={files.slice(0, MOST_FILES)}
          rowKey={(file) => file.id}
          columns={[
            { head: 'File', rowHeader: true, cell: (file) => <span class="w-file">{file.file}</span> },
            { head: 'Vintage', cell: (file) => <span class="w-file">{file.vintage}</span> },
            { head: 'Imported', cell: (file) => `${whenInLondon(file.importedAt)}, by ${file.importedBy}` },
            { head: 'Months', cell: (file) => monthsText(file.from, file.to) },
            { head: 'Taken back', cell: (file) => `${whenInLondon(file.revertedAt ?? '')}, by ${file.revertedBy}` },
          ]}
        />
      </div>
    </details>
  );
}
