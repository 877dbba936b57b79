import { Button } from '../../ui/button.tsx';
import { countWords } from '../../ui/count-words.ts';
import { Form } from '../../ui/form.tsx';
import type { ImportedFile, ImportReport } from '../model.ts';
import { FilesRead } from './files-read.tsx';
import { WhatChanges } from './what-changes.tsx';

export interface ReadyToImportProps {
  /** Id of the upload. */
  id: string;
  report: ImportReport;
  onlySynthetic: boolean;
}

/** Files that were read: what each is, what would change, and the two buttons. */
export function ReadyToImport({ id, report, onlySynthetic }: ReadyToImportProps) {
  const { imports, refusedFiles } = report;
  const fresh = imports.filter((file) => !file.unchanged);
  return (
    <>
      <p class="w-answer">
        <Answer report={report} fresh={fresh} />
      </p>
      {refusedFiles.length === 0 || imports.length === 0 ? null : (
        <p class="w-lead">
          {refusedFiles.length === 1 ? 'One file cannot' : `${refusedFiles.length} files cannot`} be imported, and
          nothing of {refusedFiles.length === 1 ? 'it' : 'them'} will be. You can go on without, or discard all and send
          them again.
        </p>
      )}
      <FilesRead id={id} report={report} />
      {fresh.length === 0 ? null : <WhatChanges report={report} fresh={fresh} onlySynthetic={onlySynthetic} />}
      <Choices id={id} fresh={fresh.length} without={refusedFiles.length} />
    </>
  );
}

function Answer({ report, fresh }: { report: ImportReport; fresh: ImportedFile[] }) {
  if (report.imports.length === 0)
    return (
      <>
        <b>None of it can be imported.</b> Nothing was changed.
      </>
    );
  if (fresh.length === 0)
    return (
      <>
        <b>All of it is held already.</b> Importing would change nothing.
      </>
    );
  return (
    <>
      <b>
        {countWords(sumOfRows(fresh), 'row')} of {countWords(fresh.length, 'file')} can be imported.
      </b>{' '}
      Nothing has changed yet.
    </>
  );
}

function Choices({ id, fresh, without }: { id: string; fresh: number; without: number }) {
  const others = fresh === 1 ? 'Import the other file' : `Import the other ${fresh} files`;
  return (
    <div class="govuk-button-group">
      {fresh === 0 ? null : (
        <Form action={`/import/preview/${id}/commit`}>
          <Button text={without === 0 ? 'Import' : others} preventDoubleClick />
        </Form>
      )}
      <Form action={`/import/preview/${id}/discard`}>
        <Button text={fresh === 0 ? 'Choose other files' : 'Discard'} secondary={fresh > 0} />
      </Form>
    </div>
  );
}

const sumOfRows = (files: ImportedFile[]) => files.reduce((total, file) => total + file.rowsUsed, 0);
