import type { OpenTable, TableColumn } from '../../lib/tables/index.ts';
import type { EvaluationResult } from '../model.ts';
import { notesOf, sourcesOf } from './table-notes.ts';

const text = (name: string, title: string, description: string, always = true): TableColumn => ({
  ...{ name, title, description, always },
  type: 'text',
});
const number = (name: string, title: string, description: string): TableColumn => ({
  ...{ name, title, description },
  ...{ type: 'number', always: false },
});

const COLUMNS: readonly TableColumn[] = [
  text('group', 'Group', 'Areas that are policed in the new way together.'),
  text('measure', 'Measure', 'Name of the measure in the catalogue.'),
  text('role', 'Role', 'primary, guard or context.'),
  text('method', 'Method', 'did, sc, sdid or difp.'),
  text('adjoining', 'Adjoining areas', 'Whether areas that share a border with the pilot are compared with.'),
  { ...text('decides', 'Decides', 'Whether the state goes by it.'), type: 'yes or no' },
  text('refused', 'Refused', 'Why there is no number; empty where there is one.', false),
  number('percent', 'Change', 'Mean change over the months judged, in per cent of what would have been.'),
  number('low', 'Could be from', 'Lower end of the changes not ruled out, in per cent.'),
  number('high', 'Could be to', 'Upper end of the changes not ruled out, in per cent; empty where without limit.'),
  number('level', 'Level', 'Level of that range, 0 to 1.'),
  number('per_month', 'A month', 'The change in crimes a month, all treated areas together.'),
  number('total', 'In all', 'The change in crimes over the months judged.'),
  number('p_value', 'p', 'Two-sided, as if the group had been drawn by lot.'),
  number('smallest_p', 'Smallest p', 'The smallest that the number of groups allows.'),
  number('moved_as_much', 'Moved as much', 'Comparison groups that moved as much either way.'),
  number('of_groups', 'Of groups', 'Comparison groups there are.'),
  number('off_before_percent', 'Off before the start', 'Root mean squared gap before the start, in per cent.'),
  number('duality_gap', 'Duality gap', 'Of the programme that found the weights, relative.'),
];

/** What every estimator says of every outcome, with areas next door among the comparison and without. */
export function estimatesOpenTable(result: EvaluationResult, made: string): OpenTable {
  return {
    name: `${result.charter.name}-estimates`,
    title: `${result.charter.title} Every estimate`,
    description: 'Difference in differences, synthetic control and synthetic difference in differences, side by side.',
    columns: COLUMNS,
    key: ['group', 'measure', 'method', 'adjoining'],
    rows: result.outcomes.flatMap(({ group, measure, role, estimates, primary }) =>
      estimates.map((each) => [
        ...[group, measure, role, each.method, each.adjoining],
        each.method === primary?.method && each.adjoining === primary.adjoining,
        ...[each.refused, each.percent, finite(each.interval?.low), finite(each.interval?.high)],
        ...[each.interval?.level ?? null, each.perMonth, each.total, each.pValue, each.smallestP],
        ...[each.asMuch?.moved ?? null, each.asMuch?.of ?? null, each.preRmspePercent, each.dualityGap],
      ]),
    ),
    notes: notesOf(result),
    sources: sourcesOf(result),
    made,
  };
}

const finite = (value: number | undefined): number | null =>
  value === undefined || !Number.isFinite(value) ? null : value;
