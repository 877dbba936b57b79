import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { wholeNumber } from '../../../ui/whole-number.ts';
import type { Part } from '../break-down.ts';
import { ETHNIC_GROUPS, type EthnicGroup, GROUP_WORDS } from '../ethnic-groups.ts';
import type { BreakdownRow, Disproportionality } from '../model.ts';
import { isClear, ratioNumber, sayRange } from '../say-ratio.ts';
import { sayObject, sayOutcome } from '../say-search.ts';

/** Ratios by what was looked for, or by what came of it, each with its range. */
export function BreakdownSection({ shown, part }: { shown: Disproportionality; part: Part }) {
  const ofObjects = part === 'object';
  const only = ofObjects ? shown.outcome && sayOutcome(shown.outcome) : shown.object && sayObject(shown.object);
  const rows = ofObjects ? shown.objects : shown.outcomes;
  if (rows.length === 0) return null;
  return (
    <section class="w-section" aria-labelledby={`by-${part}`}>
      <h2 class="w-h2" id={`by-${part}`}>
        {ofObjects ? 'By what was looked for' : 'By outcome'}
      </h2>
      <DataTable<BreakdownRow>
        caption={
          ofObjects
            ? 'Times as often as White people, by object of the search'
            : 'Times as often as White people, by outcome'
        }
        sub={`Compared within small areas, with the range (95%); ● is clear of chance taken alone, ○ could be chance. No ratio under ${shown.least} searches.${only ? ` Only: ${only}.` : ''}`}
        synthetic={shown.synthetic}
        columns={COLUMNS}
        rows={rows}
        rowKey={({ name }) => name}
        phones="stack"
      />
    </section>
  );
}

const COLUMNS: Column<BreakdownRow>[] = [
  { head: 'Searches for or with', rowHeader: true, cell: ({ title }) => title },
  { head: 'Searches of people', number: true, cell: ({ searches }) => wholeNumber(searches) },
  ...ETHNIC_GROUPS.filter((group) => group !== 'white').map(
    (group): Column<BreakdownRow> => ({
      ...{ head: GROUP_WORDS[group].title, number: true },
      cell: (row) => <Ratio row={row} group={group} />,
    }),
  ),
];

function Ratio({ row, group }: { row: BreakdownRow; group: EthnicGroup }) {
  const found = row.groups.find((each) => each.group === group);
  if (found === undefined || found.ratio === null || found.interval === null) {
    return <span class="w-soft">{found?.searches === null ? 'not used' : 'too few'}</span>;
  }
  const clear = isClear(found.interval);
  return (
    <span>
      <span class="w-nw">
        <span aria-hidden="true">{clear ? '●' : '○'} </span>
        {ratioNumber(found.ratio)}
      </span>
      <small class="w-line-of-own">{sayRange(found.interval)}</small>
      <span class="govuk-visually-hidden">{clear ? 'clear of chance taken alone' : 'could be chance'}</span>
    </span>
  );
}
