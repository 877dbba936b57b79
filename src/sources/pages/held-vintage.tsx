import { DataTable } from '../../ui/data-table.tsx';
import { longDate } from '../../ui/long-date.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import type { ImportRecord } from '../model.ts';
import { LeftOut } from './left-out.tsx';
import { monthsText } from './months-text.ts';

/** The files of one publication, with what each held and the way to take it back. */
export function HeldVintage({ vintage, files }: { vintage: string; files: ImportRecord[] }) {
  const [first] = files;
  if (first === undefined) return null;
  return (
    <DataTable<ImportRecord>
      caption={`Vintage ${vintage}`}
      sub={`Imported ${longDate(first.importedAt.slice(0, 10))} by ${first.importedBy}`}
      synthetic={files.some((file) => file.kind === 'synthetic')}
      phones="stack"
      rows={files}
      rowKey={(file) => file.id}
      columns={[
        { head: 'File', rowHeader: true, cell: (file) => <FileName file={file} /> },
        { head: 'What it is', cell: (file) => file.recognisedAs },
        { head: 'Months', cell: (file) => monthsText(file.from, file.to) },
        { head: 'Rows used', number: true, cell: (file) => wholeNumber(file.rowsUsed) },
        { head: 'Take back', hideHead: true, full: true, cell: (file) => <TakeBackLink file={file} /> },
      ]}
    />
  );
}

function FileName({ file }: { file: ImportRecord }) {
  return (
    <div class="w-file">
      {file.file}
      <LeftOut file={file} />
    </div>
  );
}

function TakeBackLink({ file }: { file: ImportRecord }) {
  return (
    <a class="govuk-link" href={`/import/${file.id}/revert`}>
      Take back<span class="govuk-visually-hidden"> {file.file}</span>
    </a>
  );
}
