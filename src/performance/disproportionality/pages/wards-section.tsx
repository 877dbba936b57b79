import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { wholeNumber } from '../../../ui/whole-number.ts';
import { ETHNIC_GROUPS, GROUP_WORDS } from '../ethnic-groups.ts';
import type { Disproportionality, WardRow } from '../model.ts';
import { sayRange } from '../say-ratio.ts';

/** Searches in each ward, for staff alone and by name: no order of wards, and nothing of it in a file. */
export function WardsSection({ wards, shown }: { wards: readonly WardRow[]; shown: Disproportionality }) {
  return (
    <section class="w-section" aria-labelledby="wards">
      <h2 class="w-h2" id="wards">
        Ward by ward
      </h2>
      <p class="w-body">
        For staff: these are about few people, so they are in no file and not on the public page. Wards stand by name;
        the ranges show how little one ward can bear.
      </p>
      <DataTable<WardRow>
        caption="Searches of people by ward"
        sub={`Black people beside White people for each resident, with the exact range of the counts (95%); none under ${shown.least} searches.`}
        synthetic={shown.synthetic}
        columns={COLUMNS}
        rows={wards.toSorted((a, b) => (a.ward < b.ward ? -1 : 1))}
        rowKey={({ ward }) => ward}
        phones="scroll"
        compact
      />
    </section>
  );
}

const COLUMNS: Column<WardRow>[] = [
  { head: 'Ward', rowHeader: true, cell: ({ ward }) => ward },
  ...ETHNIC_GROUPS.map(
    (group): Column<WardRow> => ({
      ...{ head: GROUP_WORDS[group].title, number: true },
      cell: ({ searches }) => wholeNumber(searches[group]),
    }),
  ),
  { head: 'Unknown', number: true, cell: ({ unknown }) => wholeNumber(unknown) },
  { head: 'Black beside White', cell: ({ interval }) => (interval === null ? 'Too few' : sayRange(interval)) },
];
