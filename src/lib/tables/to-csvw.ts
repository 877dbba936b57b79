import { LICENCE } from './licence.ts';
import type { ColumnType, OpenTable } from './model.ts';

const DATATYPE: Record<ColumnType, string> = {
  text: 'string',
  'whole number': 'integer',
  number: 'number',
  'yes or no': 'boolean',
  month: 'gYearMonth',
  date: 'date',
};

/**
 * Metadata of a table's CSV for the file NAME.csv-metadata.json beside it.
 * @source W3C, Metadata Vocabulary for Tabular Data (2015), https://www.w3.org/TR/tabular-metadata/
 */
export function toCsvw(table: Omit<OpenTable, 'rows'>): object {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: `${table.name}.csv`,
    'dc:title': table.title,
    'dc:description': table.description,
    'dc:license': { '@id': LICENCE.path },
    'dc:rights': LICENCE.attribution,
    'dc:created': { '@value': table.made, '@type': 'xsd:date' },
    'dc:source': table.sources.map(({ title, path }) => (path === undefined ? title : { '@id': path })),
    ...(table.notes.length > 0 ? { 'rdfs:comment': [...table.notes] } : {}),
    dialect: { encoding: 'utf-8', header: true, lineTerminators: ['\r\n'] },
    tableSchema: {
      columns: table.columns.map(({ name, title, description, type, always }) => ({
        name,
        titles: [name, title],
        'dc:description': description,
        datatype: DATATYPE[type],
        required: always,
      })),
      primaryKey: [...table.key],
    },
  };
}
