import { andList } from '../../../ui/and-list.ts';
import { bookAddress } from '../page-address.ts';
import { rankRows } from '../rank-rows.ts';
import { RankTable } from '../rank-table.tsx';
import type { OfUnit } from './of-unit.ts';

/** Posts and people of each borough by rank, beside the budget, then of the unit. */
export function RanksByBorough({ frame, unit }: OfUnit) {
  const years = [...new Set(unit.budgets.map(({ year }) => year))];
  return (
    <RankTable
      caption="By borough and rank"
      sub={`Full-time equivalents; of a shared post each borough has its part. ${years.length === 0 ? 'No budget is recorded.' : `Budget: ${andList(years)}.`}`}
      synthetic={frame.synthetic}
      sections={[
        ...unit.boroughs.map((borough) => ({
          heading: (
            <a class="govuk-link" href={bookAddress(`/organisation/boroughs/${borough.code}`, frame)}>
              {borough.name}
            </a>
          ),
          kind: 'group' as const,
          rows: rankRows(
            borough.byRank.map(({ rank, apportioned }) => ({ rank, ...apportioned })),
            unit.budgets.filter(({ boroughCode }) => boroughCode === borough.code),
          ),
        })),
        {
          heading: 'The unit, each post once',
          kind: 'group' as const,
          // A budget is a borough's: what the unit has beyond both is in nobody's.
          rows: rankRows(unit.strength.byRank, []),
        },
      ]}
    />
  );
}
