import { andList } from '../../ui/and-list.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Details } from '../../ui/details.tsx';
import type { ShownArea } from './model.ts';
import { sayCategory, sayPeriod } from './say-category.ts';
import { sayFigure } from './say-measure.ts';

type AreaShown = Pick<ShownArea, 'area' | 'outsidePeriods'>;
type Outside = ShownArea['outsidePeriods'][number] & { area: string };

/**
 * Figures filed under a category's name in months when that name was not in general use: a sentence for each area, and
 * the categories with their months and keys folded below.
 */
export function OutsidePeriods({ shown, unit }: { shown: readonly AreaShown[]; unit: string }) {
  const rows = shown.flatMap(({ area, outsidePeriods }) =>
    outsidePeriods.map((each): Outside => ({ ...each, area: area.name })),
  );
  if (rows.length === 0) return null;
  return (
    <>
      {shown.map(({ area, outsidePeriods }) =>
        outsidePeriods.length === 0 ? null : (
          <p key={area.code} class="w-body">
            {sayOutside(area.name, unit, outsidePeriods)}
          </p>
        ),
      )}
      <Details summary="Which categories, and when they are in general use">
        <DataTable<Outside>
          caption="Counted outside the months of their category"
          columns={COLUMNS.filter(({ head }) => head !== AREA || shown.length > 1)}
          rows={rows}
          rowKey={({ area, category }) => `${area} ${category}`}
          phones="stack"
          compact
        />
      </Details>
    </>
  );
}

/** "5 of Camden’s recorded offences are filed under “Res burglary of a home” in months when …". */
function sayOutside(area: string, unit: string, outside: ShownArea['outsidePeriods']): string {
  const total = outside.reduce((sum, each) => sum + each.total, 0);
  const names = andList(outside.map(({ category }) => `“${sayCategory(category)}”`));
  const [are, they] = total === 1 ? ['is', 'It is'] : ['are', 'They are'];
  const nameWas = outside.length === 1 ? 'that name was' : 'those names were';
  return `${sayFigure(total)} of ${area}’s ${unit} ${are} filed under ${names} in months when ${nameWas} not in general use. ${they} counted here all the same.`;
}

const AREA = 'Area';
const COLUMNS: Column<Outside>[] = [
  { head: 'Category', rowHeader: true, cell: ({ category }) => sayCategory(category) },
  { head: AREA, cell: ({ area }) => area },
  { head: 'In general use', cell: (each) => sayPeriod(each) },
  { head: 'Months outside that', number: true, cell: ({ months }) => sayFigure(months) },
  { head: 'Counted in those', number: true, cell: ({ total }) => sayFigure(total) },
  { head: 'Key in commands', full: true, cell: ({ category }) => <small class="w-file">{category}</small> },
];
