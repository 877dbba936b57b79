import { boundarySet } from '../../geography/index.ts';
import { countWords } from '../../ui/count-words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Details } from '../../ui/details.tsx';
import { wholeNumber } from '../../ui/whole-number.ts';
import { changeLines, runsText } from '../changes/change-lines.ts';
import type { MeasureChange } from '../changes/import-changes.ts';
import type { ImportedFile, ImportReport } from '../model.ts';
import { standsBeside } from '../stands-beside.ts';

export interface WhatChangesProps {
  report: ImportReport;
  /** The files that are not held already. */
  fresh: ImportedFile[];
  /** True while made-up figures are what the pages show. */
  onlySynthetic: boolean;
}

/** What importing would change of what is held, first in sentences, then measure by measure. */
export function WhatChanges({ report, fresh, onlySynthetic }: WhatChangesProps) {
  const files = new Set(report.imports.map(({ sha256 }) => sha256)).size;
  const figures = fresh.some((file) => file.from !== null);
  const putsAside = onlySynthetic && fresh.some((file) => file.from !== null && !standsBeside(file));
  const lines = report.changes === null ? [] : changeLines(report.changes);
  const measures = report.changes?.measures ?? [];
  return (
    <section class="w-section" aria-labelledby="changes">
      <h2 class="w-h2" id="changes">
        What will change
      </h2>
      <ul class="w-body-list w-file">
        <li>
          {countWords(files, 'file')} {files === 1 ? 'becomes' : 'become'} the vintage <b>{report.vintage}</b>. Earlier
          vintages stay, and count again if this one is taken back.
        </li>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        {figures && measures.length === 0 ? <li>No measure of the unit’s boroughs and wards changes.</li> : null}
        {putsAside ? (
          <li>The made-up figures of the demonstration stop counting, and plans adopted from them are put aside.</li>
        ) : null}
        {figures && onlySynthetic && !putsAside ? (
          <li>The made-up figures and plan of the demonstration stay beside these minutes, of which it has none.</li>
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
      {measures.length === 0 ? null : (
        <Details summary={`Measure by measure: ${countWords(measures.length, 'line')}`}>
          <MeasureByMeasure measures={measures} />
        </Details>
      )}
    </section>
  );
}

function MeasureByMeasure({ measures }: { measures: MeasureChange[] }) {
  return (
    <DataTable<MeasureChange>
      caption="Figures of the unit’s boroughs and wards"
      sub="A value is one area in one month. Values that change are those of months shown before and after."
      phones="stack"
      compact
      rows={measures}
      rowKey={({ measure, boundaryVersion }) => `${measure} ${boundaryVersion}`}
      columns={[
        { head: 'Measure', rowHeader: true, cell: ({ title }) => title },
        { head: 'Areas', cell: ({ boundaryVersion }) => boundarySet(boundaryVersion).title },
        { head: 'New months', cell: ({ newMonths }) => (newMonths.length === 0 ? '–' : runsText(newMonths)) },
        { head: 'No longer shown', cell: ({ lostMonths }) => (lostMonths.length === 0 ? '–' : runsText(lostMonths)) },
        { head: 'Largest change', cell: (change) => <Largest {...change} /> },
        { head: 'Shown from', cell: (change) => <span class="w-file">{vintages(change)}</span> },
        { head: 'Values that change', number: true, cell: ({ changedValues }) => wholeNumber(changedValues) },
      ]}
    />
  );
}

function Largest({ largest: [most] }: MeasureChange) {
  if (most === undefined) return <>–</>;
  return (
    <>
      {most.areaName}, {runsText([most.month])}:{' '}
      <span class="w-nw">
        {figure(most.before)} → {figure(most.after)}
      </span>
    </>
  );
}

const figure = (value: number | null): string =>
  value === null ? 'none' : value.toLocaleString('en-GB', { maximumFractionDigits: 2 });

function vintages({ vintagesBefore, vintagesAfter }: MeasureChange): string {
  const [before, after] = [vintagesBefore.join(', '), vintagesAfter.join(', ')];
  if (before === after || before === '') return after;
  return `${after === '' ? 'nothing' : after}, instead of ${before}`;
}
