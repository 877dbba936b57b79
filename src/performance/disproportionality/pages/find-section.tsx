import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { percent } from '../../../ui/percent.ts';
import { wholeNumber } from '../../../ui/whole-number.ts';
import type { Disproportionality, FindRow } from '../model.ts';
import { ratioText } from './groups-section.tsx';

/** How many searches of each group something was done after. */
export function FindSection({ shown }: { shown: Disproportionality }) {
  return (
    <section class="w-section" aria-labelledby="finds">
      <h2 class="w-h2" id="finds">
        How often something was done afterwards
      </h2>
      <p class="w-body">
        An arrest, a resolution, a penalty, a caution, a warning or a summons. The files do not say whether what was
        looked for was found. A lower share in one group can mean that less suspicion was enough, and can come from the
        mix of objects: compare one object at a time.
      </p>
      <DataTable<FindRow>
        caption="Searches followed by anything, by ethnic group"
        sub="The share of searches whose outcome is stated, with its exact range (95%); the words compare it with White people."
        synthetic={shown.synthetic}
        columns={COLUMNS}
        rows={shown.finds}
        rowKey={({ group }) => group}
        phones="stack"
      />
    </section>
  );
}

const COLUMNS: Column<FindRow>[] = [
  { head: 'Group', rowHeader: true, cell: ({ title }) => title },
  { head: 'Searches', number: true, cell: ({ searches }) => (searches === null ? '–' : wholeNumber(searches)) },
  { head: 'Followed', number: true, cell: ({ followed }) => (followed === null ? '–' : wholeNumber(followed)) },
  {
    ...{ head: 'Share', number: true },
    cell: ({ share, interval }) =>
      share === null || interval === null ? (
        '–'
      ) : (
        <span>
          {percent(share)}
          <small class="w-line-of-own">
            {percent(interval[0])} to {percent(interval[1])}
          </small>
        </span>
      ),
  },
  { head: 'Times that of White people', number: true, cell: ({ ratio }) => ratioText(ratio) },
  { head: 'What it can bear', full: true, cell: ({ words }) => words },
];
