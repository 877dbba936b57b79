import type { OpenTable, TableColumn } from '../../lib/tables/index.ts';
import type { EvaluationResult } from '../model.ts';
import { notesOf, sourcesOf } from './table-notes.ts';

const text = (name: string, title: string, description: string): TableColumn => ({
  ...{ name, title, description },
  ...{ type: 'text', always: true },
});
const percent = (name: string, title: string, description: string, always = false): TableColumn => ({
  ...{ name, title, description, always },
  type: 'number',
});

/** The gap of every outcome of every group, month by month, with the bands of the others. */
export function monthsOpenTable(result: EvaluationResult, made: string): OpenTable {
  const band = 'Where the gaps of the comparison groups lie that month, in per cent';
  return {
    name: `${result.charter.name}-months`,
    title: `${result.charter.title} The gap by month`,
    description: 'The gap between the pilot and its comparison in each month, before the start and after it.',
    columns: [
      text('group', 'Group', 'Areas that are policed in the new way together.'),
      text('measure', 'Measure', 'Name of the measure in the catalogue.'),
      text('role', 'Role', 'primary, guard or context.'),
      { ...text('month', 'Month', 'Month of the figures.'), type: 'month' },
      { ...text('after_start', 'After the start', 'Whether the pilot had started.'), type: 'yes or no' },
      percent('gap_percent', 'Gap', 'In per cent of what would have been.', true),
      percent('half_low', 'Half from', `${band}: lower end of the half in the middle.`),
      percent('half_high', 'Half to', `${band}: upper end of the half in the middle.`),
      percent('nine_tenths_low', 'Nine tenths from', `${band}: lower end of nine tenths.`),
      percent('nine_tenths_high', 'Nine tenths to', `${band}: upper end of nine tenths.`),
    ],
    key: ['group', 'measure', 'month'],
    rows: result.outcomes.flatMap(({ group, measure, role, months }) => {
      const start = result.groups.find(({ name }) => name === group)?.start;
      return months.map(({ month, percent: gap, half, nine }) => [
        ...[group, measure, role, month, start !== undefined && month >= start, gap],
        ...[half?.[0] ?? null, half?.[1] ?? null, nine?.[0] ?? null, nine?.[1] ?? null],
      ]);
    }),
    notes: notesOf(result),
    sources: sourcesOf(result),
    made,
  };
}
