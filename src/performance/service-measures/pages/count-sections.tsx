import { monthName } from '../../../lib/calendar/month.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { wholeNumber } from '../../../ui/whole-number.ts';
import type { ComparisonRow } from '../../model.ts';
import { Bearing } from '../../pages/bearing.tsx';
import type { BacklogOfWork, ChargesOfOffence } from '../model.ts';

/** Crimes charged by offence, beside those recorded in the same months. */
export function ChargesTable({ offences, synthetic }: { offences: ChargesOfOffence[]; synthetic: boolean }) {
  return (
    <DataTable<ChargesOfOffence>
      caption="Crimes charged"
      sub="Most crimes charged in a period were recorded before it, so charged for each 100 recorded is a ratio, not a share."
      synthetic={synthetic}
      columns={[
        { head: 'Offence', rowHeader: true, cell: ({ title }) => title },
        { head: 'Charged now', number: true, cell: ({ charged }) => count(charged.current) },
        { head: 'Before', number: true, cell: ({ charged }) => count(charged.previous) },
        { head: 'Recorded now', number: true, cell: ({ recorded }) => count(recorded.current) },
        { head: 'Recorded before', number: true, cell: ({ recorded }) => count(recorded.previous) },
        { head: 'For each 100 recorded, now and before', number: true, cell: (row) => sayPer100(row) },
        {
          head: 'What the change of the number charged can bear',
          cell: ({ charged }) => <Bearing words={charged.words} />,
        },
      ]}
      rows={offences}
      rowKey={({ offence }) => offence}
      phones="stack"
      compact
    />
  );
}

function sayPer100({ charged, per100 }: ChargesOfOffence): string {
  if (charged.smallNumbers || per100.current === null || per100.previous === null) return 'too few';
  return `${per100.current.toFixed(1)}, ${per100.previous.toFixed(1)}`;
}

/** What was opened and closed, and what is open, by how long it has been. */
export function BacklogTable({ works, synthetic }: { works: BacklogOfWork[]; synthetic: boolean }) {
  const [first] = works;
  return (
    <DataTable<BacklogOfWork>
      caption="Opened, closed and open"
      {...(first === undefined ? {} : { sub: `Open at the end of ${monthName(first.atEnd.month)}, by how long` })}
      synthetic={synthetic}
      columns={[
        { head: 'Work', rowHeader: true, cell: ({ title }) => title },
        { head: 'Opened', number: true, cell: ({ opened }) => count(opened) },
        { head: 'Closed', number: true, cell: ({ closed }) => count(closed) },
        { head: 'Open', number: true, cell: ({ atEnd }) => count(atEnd.open) },
        ...(first?.atEnd.byAge ?? []).map(({ age, title }) => ({
          head: `Open ${title}`,
          number: true,
          cell: ({ atEnd }: BacklogOfWork) => count(atEnd.byAge.find((each) => each.age === age)?.count ?? null),
        })),
        { head: 'Is it growing?', cell: ({ words }) => <Bearing words={words} /> },
      ]}
      rows={works}
      rowKey={({ work }) => work}
      phones="stack"
      compact
    />
  );
}

/** Calls about anti-social behaviour, by both tests. */
export function CallsTable({ calls, synthetic }: { calls: ComparisonRow; synthetic: boolean }) {
  return (
    <DataTable<ComparisonRow>
      caption="Calls about anti-social behaviour"
      sub="Calls to the police, which are not the incidents that data.police.uk publishes"
      synthetic={synthetic}
      columns={[
        { head: 'What', rowHeader: true, cell: ({ measure }) => measure },
        { head: 'Now', number: true, cell: ({ current }) => count(current) },
        { head: 'Before', number: true, cell: ({ previous }) => count(previous) },
        { head: 'What the change can bear', cell: ({ words }) => <Bearing words={words} /> },
        { head: 'By the counts alone', cell: ({ countsWords }) => countsWords },
        {
          head: 'How much years differ here',
          cell: ({ dispersion, dispersionFrom }) =>
            dispersion === null
              ? 'not known: fewer than five earlier years, here and elsewhere'
              : `${dispersion.toFixed(1)} times chance, from ${dispersionFrom ?? 'earlier years'}`,
        },
      ]}
      rows={[calls]}
      rowKey={({ measureName }) => measureName}
      phones="stack"
      compact
    />
  );
}

const count = (figure: number | null): string => (figure === null ? '–' : wholeNumber(figure));
