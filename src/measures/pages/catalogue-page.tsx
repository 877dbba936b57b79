import { monthName } from '../../lib/calendar/month.ts';
import { countWords } from '../../ui/count-words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Details } from '../../ui/details.tsx';
import { Page } from '../../ui/layout.tsx';
import type { Measure } from '../model.ts';
import { measurePageAddress } from './measure-address.ts';
import type { CataloguePageModel, ListedMeasure } from './model.ts';
import { sayPolarity, saySet } from './say-measure.ts';

/** The catalogue: every measure with figures, by publisher; the rest folded under what is missing. */
export function CataloguePage({ unit, held, others, synthetic }: CataloguePageModel) {
  return (
    <Page
      title="Measures"
      active="/measures"
      unit={unit}
      synthetic={synthetic}
      breadcrumbs={[{ text: unit.name, href: '/' }, { text: 'Measures' }]}
    >
      <h1 class="w-title">What is measured</h1>
      <p class="w-lead">
        <b>
          {countWords(held.length, 'measure has', 'measures have')} figures; {others.length} more would, were their
          files imported.
        </b>{' '}
        A measure is counted the same way in every area and month, whatever names its publication gave it. Its page says
        where each figure comes from, which months are doubtful, and gives everything out as a file.
      </p>
      <p class="w-body">
        For an area that is none of these,{' '}
        <a class="govuk-link" href="/area-count">
          count incidents in an area you draw
        </a>
        .
      </p>
      {held.length === 0 ? (
        <p class="w-body">
          No figures are held.{' '}
          <a class="govuk-link" href="/import">
            Import a file
          </a>
          .
        </p>
      ) : (
        <MeasuresTable held={held} synthetic={synthetic} />
      )}
      <OtherMeasures others={others} />
    </Page>
  );
}

function MeasuresTable({ held, synthetic }: { held: ListedMeasure[]; synthetic: boolean }) {
  return (
    <DataTable<ListedMeasure>
      caption="Measures with figures"
      sub="Months, areas and doubtful months are those of the vintage named, the one imported last. A page may show another, where that covers more of the areas, and says so."
      synthetic={synthetic}
      columns={COLUMNS}
      sections={groupsOf(held, ({ measure }) => measure.publisher).map(([publisher, rows]) => ({
        heading: `${publisher}: ${countWords(rows.length, 'measure')}`,
        kind: 'group',
        rows,
      }))}
      rowKey={({ measure }) => measure.name}
      phones="stack"
      compact
    />
  );
}

const COLUMNS: Column<ListedMeasure>[] = [
  {
    head: 'Measure',
    rowHeader: true,
    cell: ({ measure }) => (
      <span>
        <a class="govuk-link" href={measurePageAddress(measure.name)}>
          {measure.title}
        </a>
        <br />
        <small>{measure.definition}</small>
      </span>
    ),
  },
  {
    head: 'Unit',
    cell: ({ measure }) => (
      <span>
        {measure.unit}
        <br />
        <small>{sayPolarity(measure)}</small>
      </span>
    ),
  },
  { head: 'Areas', cell: ({ boundaryVersions }) => boundaryVersions.map(saySet).join(', ') },
  { head: 'Months', cell: ({ from, to }) => <Months from={from} to={to} /> },
  { head: 'Vintage', cell: (listed) => sayVintage(listed) },
  { head: 'Doubtful months', number: true, cell: ({ doubtfulMonths }) => doubtfulMonths },
];

function Months({ from, to }: Pick<ListedMeasure, 'from' | 'to'>) {
  if (from === to) return <span class="w-nw">{monthName(from)}</span>;
  return (
    <span>
      <span class="w-nw">{monthName(from)}</span> to <span class="w-nw">{monthName(to)}</span>
    </span>
  );
}

function sayVintage({ vintage, otherVintages }: ListedMeasure): string {
  if (vintage === null) return 'made of other measures';
  return otherVintages === 0 ? vintage : `${vintage} and ${otherVintages} more`;
}

function OtherMeasures({ others }: { others: Measure[] }) {
  if (others.length === 0) return null;
  return (
    <Details summary={`No file held yet: ${countWords(others.length, 'measure')}`}>
      {groupsOf(others, ({ publisher }) => publisher).map(([publisher, measures]) => (
        <div key={publisher}>
          <h2 class="w-h3">{publisher}</h2>
          <ul class="w-body-list">
            {measures.map(({ name, title, definition }) => (
              <li key={name}>
                <a class="govuk-link" href={measurePageAddress(name)}>
                  {title}
                </a>
                : {definition}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Details>
  );
}

/** Things by a word each has, in the order in which the words first come. */
function groupsOf<Thing>(things: readonly Thing[], wordOf: (thing: Thing) => string): [string, Thing[]][] {
  return [...new Set(things.map(wordOf))].map((word) => [word, things.filter((each) => wordOf(each) === word)]);
}
