import { monthName } from '../../../lib/calendar/month.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { Details } from '../../../ui/details.tsx';
import { wholeNumber } from '../../../ui/whole-number.ts';
import { typeTitle } from '../counted-kinds.ts';
import type { AreaCount } from '../model.ts';
import { monthRuns } from '../month-runs.ts';

/** Which files the figures come from, what is missing from them, and what to know of every figure. */
export function OriginSection({ source, vintages, missing, unlocated, notes }: AreaCount) {
  return (
    <section class="w-section" aria-labelledby="origin">
      <h2 class="w-h2" id="origin">
        Where the figures come from
      </h2>
      <ul class="w-body-list">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        {missing.map(({ force, months }) => (
          <li key={force}>
            No file of {force} for {monthRuns(months)}.
          </li>
        ))}
      </ul>
      <DataTable
        caption="Files counted"
        sub="For each force, the vintage and files its months come from"
        columns={[
          { head: 'Force', rowHeader: true, cell: ({ force }) => force },
          { head: 'Vintage', cell: ({ vintage }) => <span class="w-file">{vintage}</span> },
          {
            head: 'Types',
            cell: ({ types }) => (types === null ? 'all' : types.map((each) => typeTitle(source, each)).join(', ')),
          },
          { head: 'Files', cell: ({ files }) => <span class="w-file">{files.join(', ')}</span> },
          { head: 'Months', cell: ({ months }) => monthRuns(months) },
          { head: 'Incidents in all', number: true, cell: ({ incidents }) => wholeNumber(incidents) },
        ]}
        rows={vintages}
        rowKey={({ vintage, force, types }) => [vintage, force, ...(types ?? [])].join(' ')}
        phones="stack"
      />
      {unlocated.length === 0 ? null : (
        <Details summary="Incidents without a location, by month">
          <div class="w-months">
            <DataTable
              caption="Incidents without a location"
              sub="Wherever they were: they are counted in no area"
              columns={[
                { head: 'Month', rowHeader: true, cell: ({ month }) => monthName(month) },
                { head: 'Incidents', number: true, cell: ({ incidents }) => wholeNumber(incidents) },
              ]}
              rows={unlocated}
              rowKey={({ month }) => month}
            />
          </div>
        </Details>
      )}
    </section>
  );
}
