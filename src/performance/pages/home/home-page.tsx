import { monthName } from '../../../lib/calendar/month.ts';
import { Answer } from '../../../ui/answer.tsx';
import { Page } from '../../../ui/layout.tsx';
import { LinkList } from '../../../ui/link-list.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { TableLinks } from '../../../ui/table-links.tsx';
import { sayAnswer } from '../../comparison/say-answer.ts';
import type { ComparisonTable } from '../../model.ts';
import { FurtherPages } from '../further-pages.tsx';
import { performanceAddress } from '../performance-address.ts';
import { sayPublication } from '../say-publication.ts';
import { BothTests } from './both-tests.tsx';
import { ChooseComparison } from './choose-comparison.tsx';
import { ComparisonSection } from './comparison-section.tsx';
import { JudgedTogether } from './judged-together.tsx';
import type { HomePageModel } from './model.ts';

/** The home of performance: what changed in an area, and how sure one can be of it. */
export function HomePage(model: HomePageModel) {
  const { unit, shown, lastMonth } = model;
  const table = shown.kind === 'table' ? shown.table : null;
  return (
    <Page
      title={table === null ? 'Performance' : `Performance, ${table.area.name}`}
      active="/performance"
      unit={unit}
      synthetic={table?.synthetic ?? false}
      {...(lastMonth === null ? {} : { figuresTo: monthName(lastMonth) })}
      breadcrumbs={[{ text: unit.name, href: '/' }, { text: 'Performance' }]}
    >
      <h1 class="w-title">
        <span class="w-over">
          {table === null
            ? 'Performance'
            : `${table.area.name} · ${table.periods.current.label} against ${table.periods.previous.label}`}
        </span>
        What changed, and how sure can we be?
      </h1>
      {shown.kind === 'table' ? <Said table={shown.table} /> : <Refused {...shown} model={model} />}
      <ChooseComparison {...model} />
      {table === null ? null : <Compared table={table} model={model} />}
      <FurtherPages />
    </Page>
  );
}

function Said({ table }: { table: ComparisonTable }) {
  const { figure, rest } = sayAnswer(table, 'years');
  return (
    <Answer figure={figure} synthetic={table.synthetic}>
      {rest}
    </Answer>
  );
}

function Refused({
  because,
  near,
  model,
}: {
  because: string;
  near: readonly { word: string; name: string }[];
  model: HomePageModel;
}) {
  return (
    <Panel title="That could not be compared" warn>
      <p class="w-body">{because}</p>
      {near.length === 0 ? null : (
        <LinkList
          links={near.map(({ word, name }) => ({
            href: performanceAddress({ ...model.asked, area: word }),
            text: name,
          }))}
        />
      )}
    </Panel>
  );
}

function Compared({ table, model: { asked } }: { table: ComparisonTable; model: HomePageModel }) {
  const { remarks } = table;
  return (
    <>
      <ComparisonSection table={table} />
      <JudgedTogether said={sayAnswer(table, 'years')} />
      <p class="w-note">{[...remarks, sayFiles(table)].join(' ')}</p>
      <TableLinks
        tables={[
          {
            text: 'Download the table',
            csv: performanceAddress(asked, 'csv'),
            json: performanceAddress(asked, 'json'),
          },
        ]}
      >
        {' · '}
        <a class="govuk-link" href={performanceAddress({ ...asked, countsTest: !asked.countsTest })}>
          {asked.countsTest ? 'Hide the test of the counts alone' : 'Show the test of the counts alone'}
        </a>
      </TableLinks>
      {asked.countsTest ? <BothTests table={table} /> : null}
    </>
  );
}

/** The publication and the files that the figures came from. */
function sayFiles({ vintage, sources, synthetic }: ComparisonTable): string {
  if (synthetic) return 'Source: made up by Wardroom’s demonstration, with a fixed seed.';
  return sayPublication(vintage === null ? [] : [vintage], sources);
}
