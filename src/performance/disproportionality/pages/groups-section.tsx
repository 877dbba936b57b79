import { AtWidths } from '../../../ui/at-widths.tsx';
import { countWords } from '../../../ui/count-words.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Details } from '../../../ui/details.tsx';
import { Figure } from '../../../ui/figure.tsx';
import { RatioChart } from '../../../ui/ratio-chart.tsx';
import { wholeNumber } from '../../../ui/whole-number.ts';
import { COMPARED_WITH } from '../ethnic-groups.ts';
import type { Disproportionality, GroupRow, Interval } from '../model.ts';
import { SAID_BY, saySmallAreas } from '../say-disproportionality.ts';
import { ratioNumber, sayRange } from '../say-ratio.ts';

/** Each group beside White people: the table, and the ratios drawn. */
export function GroupsSection({ shown }: { shown: Disproportionality }) {
  const compared = shown.rows.filter(({ group }) => group !== COMPARED_WITH);
  return (
    <section class="w-section" aria-labelledby="groups">
      <h2 class="w-h2" id="groups">
        Each group beside White people
      </h2>
      <Figure
        title={`How many times as often as White people, ${SAID_BY[shown.by].as}`}
        sub={`Searches for each resident, compared within ${saySmallAreas(shown)}. 1 is as often; each line to the right is about twice as often.`}
        synthetic={shown.synthetic}
        source="● clear of chance, ○ could be chance; the bar is the range the true ratio could lie in (95%), areas that differ allowed for."
      >
        <AtWidths tiny={268} wide={720}>
          {(width) => (
            <RatioChart
              width={width}
              what={`searches of each ethnic group against White people in ${shown.area.name}`}
              rows={compared.map(({ title, ratio, interval, searches }) => ({
                ...{
                  label: title,
                  ratio,
                  range: interval,
                  instead: searches === null ? 'not used by officers' : 'too few',
                },
              }))}
            />
          )}
        </AtWidths>
      </Figure>
      <DataTable<GroupRow>
        caption="Searches of people by ethnic group"
        sub={`${shown.period.label}, ${SAID_BY[shown.by].as}. Rates are per 1,000 residents a year, from ${countWords(shown.behind.monthsHeld, 'month')}.`}
        synthetic={shown.synthetic}
        columns={COLUMNS}
        rows={shown.rows}
        rowKey={({ group }) => group}
        phones="stack"
      />
      <Details summary="Unknown ethnicity, the counts alone, and the whole area at once">
        <p class="w-body">
          The lowest is the ratio were everyone of unknown ethnicity White, the highest were all of the group: the truth
          lies between. Shared like the known is an assumption. The whole area at once mixes how much is searched in a
          place with who lives there, so it is not the answer.
        </p>
        <DataTable<GroupRow>
          caption="The same ratios, reckoned otherwise"
          columns={MORE}
          rows={compared}
          rowKey={({ group }) => group}
          phones="stack"
          compact
        />
      </Details>
    </section>
  );
}

const count = (value: number | null): string => (value === null ? '–' : wholeNumber(value));
export const ratioText = (value: number | null): string => (value === null ? '–' : ratioNumber(value));
const rangeText = (range: Interval | null): string => (range === null ? '–' : sayRange(range));

const COLUMNS: Column<GroupRow>[] = [
  { head: 'Group', rowHeader: true, cell: ({ title }) => title },
  { head: 'Searches', number: true, cell: ({ searches }) => count(searches) },
  { head: 'Residents', number: true, cell: ({ residents }) => wholeNumber(residents) },
  {
    head: 'Per 1,000 a year',
    number: true,
    cell: ({ ratePer1000AYear: rate }) => (rate === null ? '–' : rate.toFixed(1)),
  },
  { head: 'Times as often', number: true, cell: ({ ratio }) => ratioText(ratio) },
  { head: 'What it can bear', full: true, cell: ({ words }) => words },
];

const MORE: Column<GroupRow>[] = [
  { head: 'Group', rowHeader: true, cell: ({ title }) => title },
  { head: 'Lowest', number: true, cell: ({ lowest }) => ratioText(lowest) },
  { head: 'Shared like the known', number: true, cell: ({ proportional }) => ratioText(proportional) },
  {
    head: 'Highest',
    number: true,
    cell: ({ highest, ratio }) => (ratio !== null && highest === null ? 'no limit' : ratioText(highest)),
  },
  { head: 'Range, counts alone', number: true, cell: ({ countsInterval }) => rangeText(countsInterval) },
  { head: 'Whole area', number: true, cell: ({ wholeAreaRatio }) => ratioText(wholeAreaRatio) },
  { head: 'Its exact range', number: true, cell: ({ wholeAreaInterval }) => rangeText(wholeAreaInterval) },
];
