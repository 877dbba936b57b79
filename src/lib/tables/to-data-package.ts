import { LICENCE } from './licence.ts';
import type { ColumnType, OpenTable, OpenTables } from './model.ts';

const FIELD_TYPE: Record<ColumnType, string> = {
  text: 'string',
  'whole number': 'integer',
  number: 'number',
  'yes or no': 'boolean',
  month: 'yearmonth',
  date: 'date',
};

/**
 * Descriptor of several tables, for datapackage.json beside their CSV files.
 * @source Frictionless Data, Tabular Data Package, https://specs.frictionlessdata.io/tabular-data-package/
 */
export function toDataPackage({ name, title, description, version, made, tables }: OpenTables): object {
  const sources = tables.flatMap((table) => table.sources);
  return {
    profile: 'tabular-data-package',
    name,
    title,
    description,
    version,
    created: made,
    licenses: [{ name: LICENCE.name, title: LICENCE.title, path: LICENCE.path }],
    ...listed(sources.filter(({ title: source }, at) => sources.findIndex((each) => each.title === source) === at)),
    resources: tables.map(toResource),
  };
}

function toResource(table: OpenTable): object {
  return {
    profile: 'tabular-data-resource',
    name: table.name,
    path: `${table.name}.csv`,
    title: table.title,
    description: [table.description, ...table.notes].join('\n\n'),
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', doubleQuote: true, header: true },
    ...listed(table.sources),
    schema: {
      fields: table.columns.map(({ name, title, description, type, always }) => ({
        name,
        title,
        description,
        type: FIELD_TYPE[type],
        constraints: { required: always },
      })),
      primaryKey: [...table.key],
      missingValues: [''],
    },
  };
}

/** The format allows no empty list of sources. */
function listed(sources: OpenTable['sources']): object {
  return sources.length > 0 ? { sources: [...sources] } : {};
}
