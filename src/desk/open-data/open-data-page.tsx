import { countWords } from '../../ui/count-words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Page } from '../../ui/layout.tsx';
import type { OfferedTable, OpenDataPageModel } from './model.ts';

/** Every table that is given out, each in four forms, and all of them as one package. */
export function OpenDataPage({ unit, tables, synthetic }: OpenDataPageModel) {
  const groups = [...new Set(tables.map(({ group }) => group))];
  return (
    <Page
      title="Open data"
      active="/open-data"
      unit={unit}
      synthetic={synthetic}
      breadcrumbs={[{ text: unit.name, href: '/' }, { text: 'Open data' }]}
    >
      <h1 class="w-title">Open data</h1>
      <p class="w-lead">
        <b>{countWords(tables.length, 'table')}, each a CSV file with notes beside it.</b> They are made afresh from the
        records when asked for, under the Open Government Licence v3.0.
      </p>
      <p class="w-body">
        <a class="govuk-link" href="/open-data/datapackage.json">
          datapackage.json
        </a>{' '}
        describes them all as one Frictionless data package.{' '}
        <code class="w-file">wardroom open-data export FOLDER</code> writes the whole package to a folder.
      </p>
      <ul class="w-body-list">
        <li>Figures are of the boroughs and wards of {unit.name} and of police forces, every month that is held.</li>
        <li>Nothing names a person: who imported a file or adopted a plan is left out.</li>
        <li>Searches by ethnicity are given for boroughs and forces only, since those of a ward are few.</li>
        {synthetic ? <li>All figures are made up for the demonstration; every table says so in its notes.</li> : null}
      </ul>
      <DataTable<OfferedTable>
        caption="Tables"
        synthetic={synthetic}
        columns={COLUMNS}
        sections={groups.map((group) => {
          const rows = tables.filter((table) => table.group === group);
          return { heading: `${group}: ${countWords(rows.length, 'table')}`, kind: 'group', rows };
        })}
        rowKey={({ name }) => name}
        phones="stack"
        compact
      />
    </Page>
  );
}

const COLUMNS: Column<OfferedTable>[] = [
  {
    head: 'Table',
    rowHeader: true,
    cell: ({ title, description }) => (
      <span>
        {title}
        <br />
        <small>{description}</small>
      </span>
    ),
  },
  { head: 'Files', full: true, cell: ({ name, title }) => <Files name={name} title={title} /> },
];

const FORMS = [
  ['csv', 'CSV'],
  ['txt', 'notes'],
  ['csv-metadata.json', 'description'],
  ['json', 'JSON'],
] as const;

function Files({ name, title }: { name: string; title: string }) {
  return (
    <span class="w-files">
      {FORMS.map(([format, text]) => (
        <a key={format} class="govuk-link" href={`/open-data/${name}.${format}`}>
          {text}
          <span class="govuk-visually-hidden"> of {title}</span>
        </a>
      ))}
    </span>
  );
}
