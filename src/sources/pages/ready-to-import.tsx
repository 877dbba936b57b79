import { Button } from '../../ui/button.tsx';
import { countWords } from '../../ui/count-words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { wholeNumber } from '../../ui/whole-number.ts';
import type { ImportedFile, ImportReport } from '../model.ts';
import { LeftOut } from './left-out.tsx';
import { monthsText } from './months-text.ts';
import { sentenceCase } from './sentence-case.ts';

export interface ReadyToImportProps {
  /** Id of the upload. */
  id: string;
  report: ImportReport;
  onlySynthetic: boolean;
}

/** Files that can be imported: what each is, what would change, and the two buttons. */
export function ReadyToImport({ id, report, onlySynthetic }: ReadyToImportProps) {
  const fresh = report.imports.filter((file) => !file.unchanged);
  return (
    <>
      <p class="w-answer">
        {fresh.length === 0 ? (
          <>
            <b>All of it is held already.</b> Importing would change nothing.
          </>
        ) : (
          <>
            <b>{countWords(sumOfRows(fresh), 'row')} can be imported.</b> Nothing has changed yet.
          </>
        )}
      </p>
      <DataTable<ImportedFile>
        caption="What the files are"
        phones="stack"
        rows={report.imports}
        rowKey={(file) => `${file.sha256} ${file.file}`}
        columns={[
          {
            head: 'File',
            rowHeader: true,
            cell: (file) => (
              <div class="w-file">
                {file.file}
                <LeftOut file={file} />
              </div>
            ),
          },
          { head: 'Kind', cell: (file) => sentenceCase(file.recognisedAs) },
          { head: 'Months', cell: (file) => monthsText(file.from, file.to) },
          { head: 'Rows read', number: true, cell: (file) => wholeNumber(file.rowsRead) },
          {
            head: 'Rows used',
            number: true,
            cell: (file) => (file.unchanged ? 'held already' : wholeNumber(file.rowsUsed)),
          },
        ]}
      />
      {fresh.length === 0 ? null : <WhatChanges report={report} fresh={fresh} onlySynthetic={onlySynthetic} />}
      <Choices id={id} nothingNew={fresh.length === 0} />
    </>
  );
}

function WhatChanges(given: { report: ImportReport; fresh: ImportedFile[]; onlySynthetic: boolean }) {
  const { report, fresh, onlySynthetic } = given;
  const files = new Set(report.imports.map(({ sha256 }) => sha256)).size;
  const figures = fresh.some((file) => file.kind !== 'boundaries');
  return (
    <>
      <h2 class="w-h2">What will change</h2>
      <ul class="w-body-list">
        <li>
          {countWords(files, 'file')} {files === 1 ? 'becomes' : 'become'} the vintage <b>{report.vintage}</b>. Earlier
          vintages stay, and count again if this one is taken back.
        </li>
        {figures && onlySynthetic ? (
          <li>The made-up figures of the demonstration stop counting, and plans adopted from them are put aside.</li>
        ) : null}
        {figures ? (
          <li>
            Demand and proposed plans are worked out anew. A plan that was made from imported figures stays in force as
            it was adopted.
          </li>
        ) : null}
        {fresh.some((file) => file.kind === 'boundaries') ? (
          <li>A map of the boundaries appears on the pages.</li>
        ) : null}
      </ul>
    </>
  );
}

function Choices({ id, nothingNew }: { id: string; nothingNew: boolean }) {
  return (
    <div class="govuk-button-group">
      {nothingNew ? null : (
        <form action={`/import/preview/${id}/commit`} method="post">
          <Button text="Import" preventDoubleClick />
        </form>
      )}
      <form action={`/import/preview/${id}/discard`} method="post">
        <Button text="Discard" secondary />
      </form>
    </div>
  );
}

const sumOfRows = (files: ImportedFile[]) => files.reduce((total, file) => total + file.rowsUsed, 0);
