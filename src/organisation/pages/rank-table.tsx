import type { ComponentChildren } from 'preact';
import { type Column, DataTable, type Section } from '../../ui/data-table.tsx';
import type { RankRow } from './rank-rows.ts';
import { fullTimeEquivalents } from './say-full-time-equivalents.ts';

/** Budget, establishment, strength and vacancy by rank. */
export function RankTable(props: {
  caption: string;
  sub: ComponentChildren;
  synthetic: boolean;
  sections: Section<RankRow>[];
}) {
  return (
    <DataTable<RankRow>
      {...props}
      phones="scroll"
      rowKey={({ rank }) => rank}
      columns={[
        { head: 'Rank', rowHeader: true, cell: ({ rank }) => rank },
        figure('Budget', ({ budget }) => budget),
        figure('Posts', ({ establishment }) => establishment),
        figure('In post', ({ strength }) => strength),
        figure('Vacant', ({ vacancy }) => vacancy),
      ]}
    />
  );
}

const figure = (head: string, value: (row: RankRow) => number | null): Column<RankRow> => ({
  head,
  number: true,
  cell: (row) => <Figure value={value(row)} />,
});

function Figure({ value }: { value: number | null }) {
  if (value !== null) return <>{fullTimeEquivalents(value)}</>;
  return (
    <>
      <span aria-hidden="true">–</span>
      <span class="govuk-visually-hidden">not recorded</span>
    </>
  );
}
