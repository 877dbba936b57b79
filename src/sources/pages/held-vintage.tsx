import { DataTable } from '../../ui/data-table.tsx';
import { Details } from '../../ui/details.tsx';
import { longDate } from '../../ui/long-date.ts';
import { sentenceCase } from '../../ui/sentence-case.ts';
import { wholeNumber } from '../../ui/whole-number.ts';
import { sayState } from '../standing/say-state.ts';
import type { StandingImport } from '../standing/standing-import.ts';
import { LeftOut } from './left-out.tsx';
import { monthsText } from './months-text.ts';
import { whenInLondon } from './when-in-london.ts';

export interface HeldVintageProps {
  vintage: string;
  files: StandingImport[];
}

/** The files of one publication; behind one line when none of them is shown any more. */
export function HeldVintage({ vintage, files }: HeldVintageProps) {
  const by = supersededBy(files);
  if (by === null) return <Files vintage={vintage} files={files} />;
  return (
    <Details summary={`Vintage ${vintage}, superseded by ${by}`}>
      <Files vintage={vintage} files={files} />
    </Details>
  );
}

/** What stands in for all files of a vintage; null when some of them is in use. */
function supersededBy(files: readonly StandingImport[]): string | null {
  const by = files.flatMap(({ state }) => (state.kind === 'superseded' ? [state.by] : []));
  return by.length === files.length ? [...new Set(by.flat())].join(', ') : null;
}

function Files({ vintage, files }: HeldVintageProps) {
  const madeUp = files.some(({ kind }) => kind === 'synthetic');
  return (
    <DataTable<StandingImport>
      caption={madeUp ? 'The demonstration' : `Vintage ${vintage}`}
      {...(madeUp ? { sub: 'Made up by Wardroom, with a fixed seed.' } : {})}
      synthetic={madeUp}
      phones="stack"
      rows={files}
      rowKey={(file) => file.id}
      columns={[
        { head: 'File', rowHeader: true, cell: (file) => <FileName file={file} /> },
        { head: 'Kind', cell: (file) => sentenceCase(file.recognisedAs) },
        { head: 'Months', cell: (file) => monthsText(file.from, file.to) },
        {
          head: 'State',
          cell: (file) => <span class="w-file">{sentenceCase(sayState(file.state, longDate))}</span>,
        },
        { head: 'Rows used', number: true, cell: (file) => wholeNumber(file.rowsUsed) },
        { head: 'Take back', hideHead: true, full: true, cell: (file) => <TakeBackLink file={file} /> },
      ]}
    />
  );
}

function FileName({ file }: { file: StandingImport }) {
  return (
    <div class="w-file">
      {file.file}
      <div class="w-small">
        Import {file.id}, {whenInLondon(file.importedAt)}, by {file.importedBy}
      </div>
      <LeftOut file={file} download={`/import/${file.id}/left-out.csv`} />
    </div>
  );
}

function TakeBackLink({ file }: { file: StandingImport }) {
  return (
    <a class="govuk-link w-nw" href={`/import/${file.id}/revert`}>
      Take back<span class="govuk-visually-hidden"> {file.file}</span>
    </a>
  );
}
