import { monthName } from '../../lib/calendar/month.ts';
import type { Measure } from '../../measures/index.ts';
import { Answer } from '../../ui/answer.tsx';
import { Button } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Page } from '../../ui/layout.tsx';
import { LinkList } from '../../ui/link-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TableLinks } from '../../ui/table-links.tsx';
import { wholeNumber } from '../../ui/whole-number.ts';
import type { PerformanceArea } from '../model.ts';
import { withAsked } from '../pages/home/period-choices.ts';
import { measurePerformanceAddress } from '../pages/performance-address.ts';
import { sayPublication } from '../pages/say-publication.ts';
import { type ExpectationWords, expectationAddress } from './expectation-address.ts';
import type { AreaExpectation, Expectation, ExpectationRefused } from './model.ts';
import { sayExpectation, sayScore } from './say-expectation.ts';

export interface ExpectationPageModel {
  unit: { name: string; boroughs: string[] };
  asked: ExpectationWords;
  places: PerformanceArea[];
  measures: readonly Measure[];
  shown: Expectation | ExpectationRefused;
}

/** What the next twelve months are expected to bring, in a place and in each of its wards. */
export function ExpectationPage(model: ExpectationPageModel) {
  const { unit, shown } = model;
  const known = shown.kind === 'expectation' ? shown : null;
  return (
    <Page
      title={known === null ? 'The year to come' : `${known.measure.title} in the year to come, ${known.place.name}`}
      active="/performance"
      unit={unit}
      synthetic={known?.synthetic ?? false}
      {...(known === null ? {} : { figuresTo: monthName(known.learnedTo) })}
      breadcrumbs={[
        { text: unit.name, href: '/' },
        { text: 'Performance', href: '/performance' },
        { text: 'The year to come' },
      ]}
    >
      <h1 class="w-title">
        <span class="w-over">
          {known === null
            ? 'The year to come'
            : `${known.place.name} · ${known.measure.title} · ${monthName(known.from)} to ${monthName(known.to)}`}
        </span>
        What is to be expected in the next twelve months?
      </h1>
      {shown.kind === 'expectation' ? <Said shown={shown} /> : <Refused {...shown} />}
      <Choose {...model} />
      {known === null ? null : <Areas shown={known} asked={model.asked} />}
    </Page>
  );
}

function Said({ shown }: { shown: Expectation }) {
  const [own] = shown.areas;
  if (own === undefined) return null;
  const { figure, rest } = sayExpectation(own);
  return (
    <>
      <Answer figure={figure} synthetic={shown.synthetic}>
        {rest}
      </Answer>
      <p class="w-body">
        {'score' in own.forecast && own.forecast.kind === 'shown' ? `${sayScore(own.forecast.score)} ` : ''}
        An expectation says what would come if things go on as they went. It is no target, and a year outside the range
        is a reason to ask why, not an answer.
      </p>
    </>
  );
}

function Refused({ because, near }: ExpectationRefused) {
  return (
    <Panel title="That could not be reckoned" warn>
      <p class="w-body">{because}</p>
      {near.length === 0 ? null : (
        <LinkList links={near.map(({ word, name }) => ({ href: expectationAddress({ place: word }), text: name }))} />
      )}
    </Panel>
  );
}

function Choose({ asked, places, measures, shown }: ExpectationPageModel) {
  const known = shown.kind === 'expectation' ? shown : null;
  const place = known?.place.word ?? asked.place ?? '';
  const measure = known?.measure.name ?? asked.measure ?? '';
  const choices = places.map(({ word, name, kind, boroughName }) => ({
    value: word,
    text: kind === 'unit' ? name : `${name} (${kind === 'ward' ? boroughName : kind})`,
  }));
  return (
    <form class="w-form" action="/performance/expectation" method="get">
      <SelectField id="area" name="area" label="Area" value={place} choices={withAsked(choices, place)} />
      <SelectField
        id="measure"
        name="measure"
        label="Measure"
        value={measure}
        choices={withAsked(
          measures.map(({ name, title }) => ({ value: name, text: title })),
          measure,
        )}
      />
      <Button text="Show" secondary />
    </form>
  );
}

function Areas({ shown, asked }: { shown: Expectation; asked: ExpectationWords }) {
  const { measure, files, vintage, synthetic } = shown;
  return (
    <>
      <DataTable<AreaExpectation>
        id="areas"
        caption={`${measure.title}, ${monthName(shown.from)} to ${monthName(shown.to)}`}
        sub="The place itself, then its wards by name. A range is given only where such forecasts came nearer than the year before, on years held back, month by month and year by year."
        synthetic={synthetic}
        columns={columnsOf(measure)}
        rows={shown.areas}
        rowKey={({ area }) => area.word}
        phones="stack"
      />
      <p class="w-note">
        Learned from months up to {monthName(shown.learnedTo)}, without those of restrictions in the pandemic (April
        2020 to June 2021) and without doubtful ones.{' '}
        {synthetic ? 'Source: made up by Wardroom’s demonstration.' : sayPublication([vintage], files)}
      </p>
      <TableLinks
        tables={[
          {
            text: 'Download these figures',
            csv: expectationAddress(asked, 'csv'),
            json: expectationAddress(asked, 'json'),
          },
        ]}
      />
    </>
  );
}

function columnsOf(measure: Measure): Column<AreaExpectation>[] {
  return [
    {
      head: 'Area',
      rowHeader: true,
      cell: ({ area }) => (
        <a class="govuk-link" href={measurePerformanceAddress(measure.name, area.word)}>
          {area.name}
        </a>
      ),
    },
    { head: 'Last year', number: true, cell: ({ lastYear }) => (lastYear === null ? '–' : wholeNumber(lastYear)) },
    {
      head: 'Expected',
      number: true,
      cell: ({ forecast }) => (forecast.kind === 'shown' ? wholeNumber(forecast.year.total) : '–'),
    },
    {
      head: 'Range',
      number: true,
      cell: ({ forecast }) => (forecast.kind === 'shown' ? forecast.year.interval.map(wholeNumber).join(' to ') : '–'),
    },
    { head: 'What it rests on', full: true, cell: (each) => <RestsOn each={each} /> },
  ];
}

function RestsOn({ each }: { each: AreaExpectation }) {
  if (each.forecast.kind === 'shown') return <span>{sayScore(each.forecast.score)}</span>;
  const { figure, rest } = sayExpectation(each);
  return (
    <span>
      <b>{figure}</b> {rest}
    </span>
  );
}
