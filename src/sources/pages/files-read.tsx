import { DataTable } from '../../ui/data-table.tsx';
import { sentenceCase } from '../../ui/sentence-case.ts';
import { Tag } from '../../ui/tag.tsx';
import { wholeNumber } from '../../ui/whole-number.ts';
import type { ImportedFile, ImportReport, RefusedFile } from '../model.ts';
import { LeftOut } from './left-out.tsx';
import { monthsText } from './months-text.ts';

type FileRead = { kind: 'read'; file: ImportedFile } | { kind: 'refused'; file: RefusedFile };

/** Every file of an upload in the order sent: what it is, or why it cannot be imported. */
export function FilesRead({ id, report }: { id: string; report: Pick<ImportReport, 'imports' | 'refusedFiles'> }) {
  return (
    <DataTable<FileRead>
      caption="What the files are"
      phones="stack"
      id="files-sent"
      rows={inOrderSent(report)}
      rowKey={({ kind, file }) => (kind === 'read' ? `${file.sha256} ${file.file}` : String(file.position))}
      columns={[
        {
          head: 'File',
          rowHeader: true,
          cell: ({ kind, file }) => (
            <div class="w-file">
              {file.file}
              {kind === 'read' ? (
                <LeftOut file={file} download={`/import/preview/${id}/left-out.csv?file=${file.sha256}`} />
              ) : null}
            </div>
          ),
        },
        {
          head: 'Kind',
          cell: (row) => (row.kind === 'read' ? sentenceCase(row.file.recognisedAs) : <Refused {...row} />),
        },
        { head: 'Months', cell: (row) => (row.kind === 'read' ? monthsText(row.file.from, row.file.to) : '–') },
        {
          head: 'Rows read',
          number: true,
          cell: (row) => (row.kind === 'read' ? wholeNumber(row.file.rowsRead) : '–'),
        },
        { head: 'Rows used', number: true, cell: (row) => (row.kind === 'read' ? rowsUsed(row.file) : '–') },
      ]}
    />
  );
}

const rowsUsed = (file: ImportedFile): string => (file.unchanged ? 'held already' : wholeNumber(file.rowsUsed));

function Refused({ file }: { file: RefusedFile }) {
  return (
    <div class="w-file">
      <Tag text="Cannot be imported" weight="breach" />
      <p class="w-small">{file.because}</p>
    </div>
  );
}

/** Files read stand in the order sent, so each refused one is put in at its own place. */
function inOrderSent({ imports, refusedFiles }: Pick<ImportReport, 'imports' | 'refusedFiles'>): FileRead[] {
  const refused = new Map(refusedFiles.map((file) => [file.position, file]));
  const read = imports.values();
  return Array.from({ length: imports.length + refused.size }, (_, position): FileRead[] => {
    const because = refused.get(position);
    if (because !== undefined) return [{ kind: 'refused', file: because }];
    const next = read.next();
    return next.done === true ? [] : [{ kind: 'read', file: next.value }];
  }).flat();
}
