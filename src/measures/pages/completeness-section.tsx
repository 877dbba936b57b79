import { monthName } from '../../lib/calendar/month.ts';
import { andList } from '../../ui/and-list.ts';
import { countWords } from '../../ui/count-words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Details } from '../../ui/details.tsx';
import type { FoundInFile } from '../completeness/reasons-for-doubt.ts';
import type { ReconciledYear } from '../completeness/reconcile.ts';
import { sayFinding } from '../completeness/say-finding.ts';
import type { MeasurePageModel, ShownArea } from './model.ts';
import { OutsidePeriods } from './outside-periods.tsx';
import { sayCategory } from './say-category.ts';
import { sayFigure, saySet } from './say-measure.ts';

/** Rows from which a table is folded. */
const LONG = 12;

/** Whether the months are all there: what was found in the files, and wards against their borough. */
export function CompletenessSection({ measure, shown }: MeasurePageModel) {
  const findings = distinct(shown);
  const used = new Set(findings.filter(({ unusedBy }) => unusedBy === null).map(({ month }) => month));
  return (
    <section class="w-section" aria-labelledby="completeness">
      <h2 class="w-h2" id="completeness">
        Is it all there?
      </h2>
      <p class="w-body">
        <b>
          {used.size === 0
            ? 'Nothing was found to lack in the months shown.'
            : `Something was found to lack in ${countWords(used.size, 'month')}.`}
        </b>{' '}
        Every month of a file is set against those around it; months that are not listed are complete as far as that can
        tell.
      </p>
      {findings.length === 0 ? null : <Findings findings={findings} />}
      <OutsidePeriods shown={shown} unit={measure.unit} />
      <div class={shown.length > 1 ? 'w-cols w-cols--half' : 'w-cols'}>
        {shown.map((each) =>
          each.reconciliation === null ? null : (
            <Reconciled key={each.area.code} shown={each} unit={measure.unit} reconciliation={each.reconciliation} />
          ),
        )}
      </div>
    </section>
  );
}

/** Findings of all areas shown, the latest month first; one about the whole file once. */
function distinct(shown: readonly ShownArea[]): FoundInFile[] {
  const byWords = new Map(
    shown.flatMap(({ area, findings }) =>
      findings.map((finding) => {
        const where = finding.areaCodes === null ? '' : area.name;
        const key = [
          finding.month,
          finding.file,
          finding.publisher,
          where,
          finding.categories?.join(),
          finding.state,
        ].join('|');
        return [key, { ...finding, areaCodes: where === '' ? null : [where] }] as const;
      }),
    ),
  );
  return [...byWords.values()].toSorted((a, b) => (a.month > b.month ? -1 : 1));
}

const FOUND: Column<FoundInFile>[] = [
  { head: 'Month', rowHeader: true, cell: ({ month }) => monthName(month) },
  { head: 'State', cell: ({ state }) => state },
  {
    head: 'Of',
    cell: ({ areaCodes, categories }) => areaCodes?.[0] ?? (categories === null ? 'the whole file' : 'some categories'),
  },
  {
    head: 'Why',
    full: true,
    cell: (finding) => (
      <>
        {sayFinding(finding)}
        {finding.unusedBy === null ? null : `; not shown: ${finding.unusedBy} is used instead`}
      </>
    ),
  },
  {
    head: 'File',
    full: true,
    cell: ({ file, publisher }) => (
      <small class="w-file">
        {file}, counts of “{publisher}”
      </small>
    ),
  },
];

function Findings({ findings }: { findings: FoundInFile[] }) {
  const table = (
    <DataTable<FoundInFile>
      caption="Months that are not complete"
      columns={FOUND}
      rows={findings}
      rowKey={(finding) => JSON.stringify(finding)}
      phones="stack"
      compact
    />
  );
  if (findings.length <= LONG) return table;
  return <Details summary={`${countWords(findings.length, 'finding')} as a table`}>{table}</Details>;
}

interface ReconciledProps {
  shown: ShownArea;
  unit: string;
  reconciliation: NonNullable<ShownArea['reconciliation']>;
}

function Reconciled({ shown: { area }, unit, reconciliation: { wards, years, leftOut } }: ReconciledProps) {
  const inWards = years.reduce((sum, year) => sum + year.wards, 0);
  const inBorough = years.reduce((sum, year) => sum + year.boroughs, 0);
  const months = years.reduce((sum, year) => sum + year.months, 0);
  if (months === 0) return null;
  return (
    <div>
      <p class="w-body">
        <b>
          The wards of {area.name} sum to {sayFigure(inWards)}, the borough’s own figure is {sayFigure(inBorough)}
        </b>
        , over the {countWords(months, 'month')} that both have: {sayDifference(inBorough - inWards)}. The difference is
        shown, never spread over the wards.
        {leftOut.categories.length === 0
          ? ''
          : ` ${countWords(leftOut.categories.length, 'category', 'categories')} that only the wards or only the borough have ${leftOut.categories.length === 1 ? 'is' : 'are'} left out of both.`}
      </p>
      <Details summary={`${area.name}: wards against the borough, by year`}>
        <DataTable<ReconciledYear>
          caption={`${area.name}: ${saySet(wards)} against the borough`}
          sub={`${unit}, April to March, of months that both have`}
          columns={YEARS}
          rows={years.toReversed()}
          rowKey={({ year }) => year}
          phones="scroll"
          compact
        />
        {leftOut.categories.length === 0 ? null : (
          <p class="w-body">
            Left out of both, because only the wards or only the borough have them:{' '}
            {andList(leftOut.categories.map((category) => `“${sayCategory(category)}”`))}.
          </p>
        )}
      </Details>
    </div>
  );
}

const YEARS: Column<ReconciledYear>[] = [
  { head: 'Year', rowHeader: true, cell: ({ year }) => <span class="w-nw">{year}</span> },
  {
    head: 'Months',
    number: true,
    cell: ({ months, doubtful }) => (
      <>
        {doubtful === 0 ? null : <small>{doubtful} doubtful of </small>}
        {months}
      </>
    ),
  },
  { head: 'Wards', number: true, cell: ({ wards }) => sayFigure(wards) },
  { head: 'Borough', number: true, cell: ({ boroughs }) => sayFigure(boroughs) },
  { head: 'Difference', number: true, cell: ({ difference }) => sayFigure(difference) },
];

function sayDifference(difference: number): string {
  if (difference === 0) return 'they agree';
  return difference > 0
    ? `${sayFigure(difference)} are in the borough’s figure and in no ward’s`
    : `${sayFigure(-difference)} are in wards’ figures and not in the borough’s`;
}
