import type { Cell, ColumnType, OpenTable, TableColumn } from '../../lib/tables/index.ts';
import type { ComparisonRow, ComparisonTable } from '../model.ts';

type Column = TableColumn & { of(row: ComparisonRow): Cell };

const column = (
  name: string,
  title: string,
  type: ColumnType,
  description: string,
  of: (row: ComparisonRow) => Cell,
  always = false,
): Column => ({ name, title, type, description, of, always });

const COLUMNS: readonly Column[] = [
  column('group', 'Group', 'text', 'Group of the set that the measure stands in.', (row) => row.group, true),
  column('measure', 'Measure', 'text', 'The measure as the set prints it.', (row) => row.measure, true),
  column('measure_name', 'Name', 'text', 'Name in the catalogue of measures.', (row) => row.measureName, true),
  column('current', 'Current', 'whole number', 'Count in the current period.', (row) => row.current),
  column('previous', 'Previous', 'whole number', 'Count in the previous period.', (row) => row.previous),
  column('change', 'Change', 'whole number', 'Current less previous, whatever the days.', (row) => row.change),
  column(
    'percent_change',
    'Percent change',
    'number',
    'Change in percent of the previous count, to one decimal; of the previous count a day where the periods have different numbers of months; none on a zero base.',
    (row) => row.percentChange,
  ),
  column('direction', 'Direction', 'text', 'up, down or level, as the percent change.', (row) => row.direction),
  column('polarity', 'Polarity', 'text', 'Whether more is worse, better or neither.', (row) => row.polarity, true),
  column('current_days', 'Current days', 'whole number', 'Days in the current period.', (row) => row.days[0], true),
  column('previous_days', 'Previous days', 'whole number', 'Days in the previous period.', (row) => row.days[1], true),
  column(
    'p_value',
    'p-value, counts alone',
    'number',
    'Exact conditional two-sided test of equal counts, unadjusted; of equal daily rates where the periods have different numbers of months.',
    (row) => row.pValue,
  ),
  ...limits(
    'ratio',
    'Ratio of counts',
    '95% exact limits of current to previous count, or of daily rates where the periods have different numbers of months',
    (row) => row.ratioInterval,
  ),
  column(
    'dispersed_p_value',
    'p-value, as years differ',
    'number',
    'Test of equal daily rates that allows for how much earlier years differ; none where the periods differ in length or season.',
    (row) => row.dispersedPValue,
  ),
  ...limits(
    'dispersed',
    'Ratio of daily rates',
    '95% limits of current to previous, as years differ',
    (row) => row.dispersedInterval,
  ),
  column(
    'dispersion',
    'Dispersion',
    'number',
    'How many times more than Poisson counts such changes vary; at least 1.',
    (row) => row.dispersion,
  ),
  column('degrees_of_freedom', 'Degrees of freedom', 'number', 'Of the dispersion.', (row) => row.degreesOfFreedom),
  column('dispersion_from', 'Dispersion from', 'text', 'Where it was estimated.', (row) => row.dispersionFrom),
  column(
    'false_discovery',
    'False discovery rate',
    'number',
    'Expected share of false ones were the line drawn at this row (Benjamini and Hochberg, over the rows that earlier years can judge).',
    (row) => row.falseDiscovery,
  ),
  column('small_numbers', 'Small numbers', 'yes or no', 'Too few for a percentage.', (row) => row.smallNumbers, true),
  column(
    'doubtful_months',
    'Doubtful months',
    'text',
    'Months that seem to lack much of what happened, with spaces between.',
    (row) => (row.doubtful.length === 0 ? null : row.doubtful.join(' ')),
  ),
  column(
    'force_current',
    'Force, current',
    'whole number',
    'The boroughs of the force together in the current period.',
    (row) => row.forceWide?.current ?? null,
  ),
  column(
    'force_previous',
    'Force, previous',
    'whole number',
    'The boroughs of the force together in the previous period.',
    (row) => row.forceWide?.previous ?? null,
  ),
  column(
    'force_percent_change',
    'Force, percent change',
    'number',
    'Their change in percent, reckoned in the same way.',
    (row) => row.forceWide?.percentChange ?? null,
  ),
  column('vintage', 'Vintage', 'text', 'Vintage that both periods are read from.', (row) => row.vintage),
  column(
    'back_cast',
    'Back-cast',
    'yes or no',
    'Counted again for wards that did not exist yet.',
    (row) => row.backCast,
    true,
  ),
  column('missing', 'Missing', 'text', 'Why there are no figures.', (row) => row.missing),
  column('words', 'What it can bear', 'text', 'What the change can bear, for people.', (row) => row.words, true),
];

/** A comparison as a table that leaves Wardroom: a row for each measure of the set. */
export function comparisonOpenTable(table: ComparisonTable, made: string): OpenTable {
  const { area, set, periods, rows, answer, remarks, sources } = table;
  const { current, previous } = periods;
  return {
    name: `performance-${slugOf(area.name)}-${slugOf(set.name)}-${current.from}-${current.to}`,
    title: `${area.name}: ${set.title}`,
    description: `${current.label} compared with ${previous.label}.`,
    columns: COLUMNS,
    key: ['group', 'measure'],
    rows: rows.map((row) => COLUMNS.map(({ of }) => of(row))),
    notes: [...(table.synthetic ? ['These figures are made up.'] : []), answer, ...remarks],
    sources: sources.map((title) => ({ title })),
    made,
  };
}

function limits(
  name: string,
  title: string,
  description: string,
  of: (row: ComparisonRow) => readonly [number, number | null] | null,
): Column[] {
  return [
    column(`${name}_low`, `${title}, low`, 'number', `${description}: the lower one.`, (row) => of(row)?.[0] ?? null),
    column(
      `${name}_high`,
      `${title}, high`,
      'number',
      `${description}: the upper one; none where it is without limit.`,
      (row) => of(row)?.[1] ?? null,
    ),
  ];
}

const slugOf = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
