import { slug } from '../../measures/index.ts';
import { asReadText } from '../as-read-text.ts';
import { reasonCounter } from '../count-reasons.ts';
import type { ReasonCount } from '../model.ts';
import { readTable, type TableRow } from '../read-table.ts';
import { type KeyedRow, settleRepeats } from '../settle-repeats.ts';
import type { ReadText, RefusedText } from '../text-source.ts';

/** Columns a table of weights must have; capitals make no difference. */
export const COLUMNS = ['offence', 'weight', 'version', 'source'] as const;

const WEIGHT = /^\d{1,9}(?:\.\d{1,9})?$/;

/** Names of columns as they are compared. */
export function columnNames(columns: readonly string[]): string[] {
  return columns.map((column) => column.toLowerCase());
}

/** Reads one table of harm weights, of one version and one source; two offences are the same by their words. */
export function readWeights(text: string): ReadText | RefusedText {
  const table = readTable(text);
  if (table.kind === 'refused') return table;
  const names = columnNames(table.columns);
  const field = (row: TableRow, column: (typeof COLUMNS)[number]): string => row.fields[names.indexOf(column)] ?? '';
  const several = (['version', 'source'] as const).find((column) => stated(table.rows, column, field).length > 1);
  if (several !== undefined) {
    const [first, second] = stated(table.rows, several, field);
    const because = `holds tables of several ${several}s ("${first}", "${second}"): make one file of each, because weights of two tables cannot be compared`;
    return { kind: 'refused', because };
  }
  const keyed: (KeyedRow<number> & { offence: string })[] = [];
  for (const row of table.rows) {
    const read = readRow(row, (column) => field(row, column));
    if (typeof read === 'string') table.leftOut.add(row, read);
    else keyed.push(read);
  }
  const offences = new Map(keyed.toReversed().map(({ key, offence }) => [key, offence]));
  const weights = [...settleRepeats(keyed, table.leftOut)].map(([key, weight]) => ({
    offence: offences.get(key) ?? key,
    weight,
  }));
  const [[version = ''], [source = '']] = [stated(table.rows, 'version', field), stated(table.rows, 'source', field)];
  const recognisedAs = `Harm weights: ${source}, version ${version}`;
  const harmWeights = { version, source, weights };
  return asReadText(table, { recognisedAs, notices: noticesOf(table.columns), harmWeights }, 'check its rows');
}

function noticesOf(columns: readonly string[]): ReasonCount[] {
  const notices = reasonCounter();
  for (const column of columns) {
    if (!COLUMNS.some((known) => known === column.toLowerCase()))
      notices.add(`a column that is not used: ${column || 'one without a name'}`);
  }
  return notices.counts();
}

/** The different texts that rows have in a column, without blank ones. */
function stated(
  rows: readonly TableRow[],
  column: 'version' | 'source',
  field: (row: TableRow, column: 'version' | 'source') => string,
): string[] {
  return [...new Set(rows.map((row) => field(row, column)))].filter((text) => text !== '');
}

function readRow(
  row: TableRow,
  value: (column: (typeof COLUMNS)[number]) => string,
): (KeyedRow<number> & { offence: string }) | string {
  const offence = value('offence');
  const key = offence.split('/').map(slug).join('/');
  if (slug(offence) === '') return 'no offence';
  if (value('version') === '') return 'no version';
  if (value('source') === '') return 'no source';
  const weight = value('weight');
  if (!WEIGHT.test(weight))
    return { row, key, offence, stated: { unreadable: 'no weight of 0 or more in plain digits' } };
  return { row, key, offence, stated: Number(weight) };
}
