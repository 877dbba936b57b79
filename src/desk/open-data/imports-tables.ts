import { column, maybe, type OpenTable } from '../../lib/tables/index.ts';
import type { ImportRecord } from '../../sources/index.ts';

const WITHOUT_NAMES = 'Who imported a file, and who took it back, is not given out.';

/** Every file imported: its hash, what it was, how many of its rows were used. */
export function importsTable(imports: readonly ImportRecord[], made: string): OpenTable {
  return {
    name: 'imports',
    title: 'Files imported',
    description: 'Where the figures come from: every file, with the hash by which it can be told from any other.',
    columns: [
      column('import', 'Import', 'Number of the import.', 'whole number'),
      column('vintage', 'Vintage', 'Name of the files imported together.'),
      column('file', 'File', 'Name of the file as it was sent.'),
      column('sha256', 'SHA-256', 'Hash of the file’s bytes, hexadecimal.'),
      column('recognised_as', 'Recognised as', 'What the file was.'),
      column('rows_read', 'Rows read', 'Rows in the file.', 'whole number'),
      column('rows_used', 'Rows used', 'Rows that count.', 'whole number'),
      column('rows_left_out', 'Rows left out', 'Rows that do not; reasons are in imports-rows.', 'whole number'),
      maybe('first_month', 'First month', 'First month it has figures of.', 'month'),
      maybe('last_month', 'Last month', 'Last month it has figures of.', 'month'),
      column('imported_on', 'Imported on', 'Day it was imported.', 'date'),
      column('taken_back', 'Taken back', 'True where its figures no longer count.', 'yes or no'),
      column('synthetic', 'Synthetic', 'True where its figures are made up for the demonstration.', 'yes or no'),
    ],
    key: ['import'],
    rows: imports.map((each) => [
      Number(each.id),
      each.vintage,
      each.file,
      each.sha256,
      each.recognisedAs,
      each.rowsRead,
      each.rowsUsed,
      each.refused.reduce((sum, { count }) => sum + count, 0),
      each.from,
      each.to,
      each.importedAt.slice(0, 10),
      each.revertedAt !== null,
      each.kind === 'synthetic',
    ]),
    notes: [WITHOUT_NAMES, 'Rows read are rows used and rows left out together.'],
    sources: [],
    made,
  };
}

/** Rows left out of each file, and rows used with a limit, by reason. */
export function importsRowsTable(imports: readonly ImportRecord[], made: string): OpenTable {
  return {
    name: 'imports-rows',
    title: 'Rows left out or noted, by reason',
    description: 'For every file imported, how many rows were left out and why, and how many are used with a limit.',
    columns: [
      column('import', 'Import', 'Number of the import, as in the table imports.', 'whole number'),
      column('file', 'File', 'Name of the file as it was sent.'),
      column('what', 'What', '“left out”, or “noted” for rows that are used.'),
      column('reason', 'Reason', 'Why.'),
      column('rows', 'Rows', 'How many rows.', 'whole number'),
    ],
    key: ['import', 'what', 'reason'],
    rows: imports.flatMap(({ id, file, refused, notices }) => [
      ...refused.map(({ reason, count }) => [Number(id), file, 'left out', reason, count]),
      ...notices.map(({ reason, count }) => [Number(id), file, 'noted', reason, count]),
    ]),
    notes: ['The rows themselves are not given out: they may hold anything.'],
    sources: [],
    made,
  };
}
