import type { OpenTable, TableColumn } from '../../lib/tables/index.ts';
import { monthsText } from '../pages/months-text.ts';
import { SOURCE_WORDS, sayIncidents, typeTitle } from './counted-kinds.ts';
import type { AreaCount } from './model.ts';

/** The tables that a count is given out as, by the names of their files. */
export const COUNT_TABLES = ['area-count-by-month', 'area-count-by-type'] as const;
export type CountTable = (typeof COUNT_TABLES)[number];

const column = (name: string, title: string, type: TableColumn['type'], description: string): TableColumn => ({
  ...{ name, title, description, type },
  always: true,
});
const AREA: TableColumn[] = [
  column('area_number', 'Number of the area', 'whole number', 'Place of the area in the file or drawing, from 1.'),
  column('area', 'Area', 'text', 'Name of the area.'),
  column('month', 'Month', 'month', 'Month of the incidents.'),
];

/** A count as a table of months, or of months and types. */
export function countTable(name: CountTable, count: AreaCount, made: string): OpenTable {
  const { source, type, from, to, vintages } = count;
  const byMonth = name === 'area-count-by-month';
  const what = `${SOURCE_WORDS[source].title}${type === null ? '' : ` (${typeTitle(source, type).toLowerCase()})`}`;
  return {
    name,
    title: `${what} in drawn areas by month${byMonth ? '' : ' and type'}, ${monthsText(from, to)}`,
    description: 'Incidents whose anonymised point lies in the area or on its edge.',
    columns: byMonth ? monthColumns() : typeColumns(),
    key: byMonth ? ['area_number', 'month'] : ['area_number', 'month', 'type'],
    rows: byMonth ? monthRows(count) : typeRows(count),
    notes: [
      ...notesOf(count),
      ...(byMonth
        ? []
        : ['A month and type without a row had no incident, or no file that holds the type and covers the area.']),
    ],
    sources: vintages.map(({ vintage, force, types, months, files }) => ({
      title: `data.police.uk, ${SOURCE_WORDS[source].title.toLowerCase()}, ${force}${types === null ? '' : ` (only ${types.map((each) => typeTitle(source, each)).join(', ')})`}, ${monthsText(months[0] ?? null, months.at(-1) ?? null)}, vintage ${vintage}, from ${files.join(', ')}`,
    })),
    made,
  };
}

function monthColumns(): TableColumn[] {
  return [
    ...AREA,
    {
      ...column(
        'incidents',
        'Incidents',
        'whole number',
        'Incidents in the month; empty where no file of the month covers the area.',
      ),
      always: false,
    },
    column(
      'is_part',
      'Part of the whole',
      'yes or no',
      'Whether a force that has incidents in the area has no file for the month, or files hold only some types.',
    ),
  ];
}

function typeColumns(): TableColumn[] {
  return [
    ...AREA,
    column('type', 'Type', 'text', 'Crime type, or what a search was for.'),
    column('incidents', 'Incidents', 'whole number', 'Incidents of the type in the month.'),
  ];
}

function monthRows({ areas }: AreaCount) {
  return areas.flatMap(({ name, months }, at) =>
    months.map(({ month, incidents, isPartial }) => [at + 1, name, month, incidents, isPartial]),
  );
}

function typeRows({ areas, source }: AreaCount) {
  return areas.flatMap(({ name, series }, at) =>
    series.map(({ month, type, incidents }) => [at + 1, name, month, typeTitle(source, type), incidents]),
  );
}

function notesOf(count: AreaCount): string[] {
  return [
    ...count.areas.flatMap((area) => [
      area.incidents === null
        ? `${area.name}: not covered by any file.`
        : `${area.name}: ${sayIncidents(count, area.incidents)} on ${area.snapPoints.toLocaleString('en-GB')} anonymised points.`,
      ...area.notes.map((note) => `${area.name}: ${note}`),
    ]),
    ...count.missing.map(({ force, months }) => `No file of ${force} for ${months.join(', ')}.`),
    ...count.notes,
  ];
}
