import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { countWords } from '../../ui/count-words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { longDate } from '../../ui/long-date.ts';
import type { ImportRecord } from '../model.ts';
import { monthsText } from './months-text.ts';

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
          rows={files}
          rowKey={(file) => file.id}
          columns={[
            { head: 'File', rowHeader: true, cell: (file) => <span class="w-file">{file.file}</span> },
            { head: 'Vintage', cell: (file) => file.vintage },
            { head: 'Months', cell: (file) => monthsText(file.from, file.to) },
            { head: 'Taken back', cell: (file) => longDate(todayInLondon(new Date(file.revertedAt ?? 0))) },
          ]}
        />
      </div>
    </details>
  );
}
