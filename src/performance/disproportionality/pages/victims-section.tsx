import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { wholeNumber } from '../../../ui/whole-number.ts';
import { sayPublication } from '../../pages/say-publication.ts';
import type { Disproportionality, VictimRow, Victims } from '../model.ts';
import { ratioText } from './groups-section.tsx';

/** Recorded victims by ethnic group against residents, over the whole area. */
export function VictimsSection({ victims, shown }: { victims: Victims; shown: Disproportionality }) {
  return (
    <section class="w-section" aria-labelledby="victims">
      <h2 class="w-h2" id="victims">
        Victims of recorded crime
      </h2>
      <DataTable<VictimRow>
        caption="Recorded victims by ethnic group, against residents"
        sub={`${shown.period.label}. Over the whole area, with the exact range of the counts (95%): victims are not counted by small area. Of ${wholeNumber(victims.unknown)} victims no group is stated. ${sayPublication([victims.vintage])}`}
        synthetic={shown.synthetic}
        columns={COLUMNS}
        rows={victims.rows}
        rowKey={({ group }) => group}
        phones="stack"
      />
    </section>
  );
}

const COLUMNS: Column<VictimRow>[] = [
  { head: 'Group', rowHeader: true, cell: ({ title }) => title },
  { head: 'Victims', number: true, cell: ({ victims }) => wholeNumber(victims) },
  { head: 'Residents', number: true, cell: ({ residents }) => wholeNumber(residents) },
  { head: 'Per 1,000 a year', number: true, cell: ({ ratePer1000AYear }) => ratePer1000AYear.toFixed(1) },
  { head: 'Times as often', number: true, cell: ({ ratio }) => ratioText(ratio) },
  { head: 'What it can bear', full: true, cell: ({ words }) => words },
];
