import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { longDate } from '../../ui/long-date.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import type { ImportRecord } from '../model.ts';
import { LeftOut } from './left-out.tsx';
import { monthsText } from './months-text.ts';
import { sentenceCase } from './sentence-case.ts';

export interface HeldVintageProps {
  vintage: string;
  files: ImportRecord[];
  /** False for made-up figures that real ones stand in for. */
  counts: boolean;
}

/** The files of one publication, with what each held and the way to take it back. */
export function HeldVintage({ vintage, files, counts }: HeldVintageProps) {
  const [first] = files;
  if (first === undefined) return null;
  const madeUp = first.kind === 'synthetic';
  return (
    <DataTable<ImportRecord>
      caption={madeUp ? 'The demonstration' : `Vintage ${vintage}`}
      sub={
        madeUp
          ? madeUpSentence(counts)
          : `Imported ${longDate(todayInLondon(new Date(first.importedAt)))} by ${first.importedBy}`
      }
      synthetic={madeUp}
      phones="stack"
      rows={files}
      rowKey={(file) => file.id}
      columns={[
        { head: 'File', rowHeader: true, cell: (file) => <FileName file={file} /> },
        { head: 'Kind', cell: (file) => sentenceCase(file.recognisedAs) },
        { head: 'Months', cell: (file) => monthsText(file.from, file.to) },
        { head: 'Rows used', number: true, cell: (file) => wholeNumber(file.rowsUsed) },
        { head: 'Take back', hideHead: true, full: true, cell: (file) => <TakeBackLink file={file} /> },
      ]}
    />
  );
}

const madeUpSentence = (counts: boolean) =>
  counts ? 'Made up by Wardroom, with a fixed seed.' : 'Made up by Wardroom. Not counted while real figures are held.';

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
