import type { DemandIndex } from '../../demand/index.ts';
import { column, maybe, type OpenTable } from '../../lib/tables/index.ts';
import { SYNTHETIC_NOTE } from '../../measures/index.ts';
import { toSixDecimals } from './to-six-decimals.ts';

/** The demand index: its shares, the inputs of each ward, and what each input counts for. */
export function demandTables(index: DemandIndex, made: string): OpenTable[] {
  return [sharesTable(index, made), inputsTable(index, made), weightsTable(index, made)];
}

const AREA_COLUMNS = [
  column('area_set', 'Set of areas', 'Set of official areas that the code is of.'),
  column('area_code', 'Ward code', 'Code of the ward, of the Office for National Statistics.'),
  column('area_name', 'Ward', 'Name of the ward.'),
];

function sharesTable(index: DemandIndex, made: string): OpenTable {
  return {
    name: 'demand-index',
    title: 'Demand index',
    description: `Share of the demand of ${index.unit} that each ward has, as at ${index.asAt}.`,
    columns: [
      ...AREA_COLUMNS,
      column('borough_name', 'Borough', 'Name of its borough.'),
      column('demand_share', 'Demand share', 'Weighted mean of its shares of the inputs, from 0 to 1.', 'number'),
      column('synthetic', 'Synthetic', 'True where an input is made up for the demonstration.', 'yes or no'),
    ],
    key: ['area_code'],
    rows: index.wards.map(({ code, name, borough, demandShare }) => [
      ...[index.boundaryVersion, code, name, borough],
      demandShare,
      index.synthetic,
    ]),
    notes: notesOf(index),
    sources: sourcesOf(index),
    made,
  };
}

function inputsTable(index: DemandIndex, made: string): OpenTable {
  return {
    name: 'demand-inputs',
    title: 'Inputs of the demand index',
    description: 'The figure of every input for every ward, and its share of the unit’s total.',
    columns: [
      ...AREA_COLUMNS,
      column('component', 'Component', 'The input, as in the table demand-weights.'),
      column('figure', 'Figure', 'The ward’s own figure over the months counted.', 'number'),
      column('share', 'Share', 'Its share of the unit’s total, from 0 to 1.', 'number'),
    ],
    key: ['area_code', 'component'],
    rows: index.wards.flatMap(({ code, name, figures, components }) =>
      index.used.map(({ component }) => [
        ...[index.boundaryVersion, code, name, component],
        figures[component] ?? 0,
        components[component] ?? 0,
      ]),
    ),
    notes: notesOf(index),
    sources: sourcesOf(index),
    made,
  };
}

function weightsTable(index: DemandIndex, made: string): OpenTable {
  const { weights, used, missing } = index;
  return {
    name: 'demand-weights',
    title: 'Weights of the demand index',
    description: `What each input counts for: ${weights.name}, version ${weights.version}.`,
    columns: [
      column('component', 'Component', 'The input.'),
      column('weight_given', 'Weight given', 'As the set of weights has it.', 'number'),
      column('weight_used', 'Weight used', 'After inputs without figures were left out; these sum to 1.', 'number'),
      maybe('measure', 'Measure', 'Measure it is counted by.'),
      maybe('vintage', 'Vintage', 'Vintage its figures are of.'),
      maybe('total', 'Total', 'Sum over the unit’s wards over the months counted.', 'number'),
      maybe('missing_because', 'Missing because', 'Why it could not be used.'),
      column('synthetic', 'Synthetic', 'True where its figures are made up for the demonstration.', 'yes or no'),
    ],
    key: ['component'],
    rows: Object.entries(weights.weights).map(([component, given]) => {
      const found = used.find((each) => each.component === component);
      const reason = missing.find((each) => each.component === component)?.reason ?? null;
      return [
        ...[
          component,
          toSixDecimals(given),
          toSixDecimals(found?.weight ?? 0),
          found?.measure ?? null,
          found?.vintage ?? null,
        ],
        ...[found?.total ?? null, reason, found?.synthetic ?? false],
      ];
    }),
    notes: notesOf(index),
    sources: sourcesOf(index),
    made,
  };
}

function notesOf({ window, synthetic, asAt }: DemandIndex): string[] {
  return [
    ...(synthetic ? [SYNTHETIC_NOTE] : []),
    window === null
      ? `No months are counted as at ${asAt}.`
      : `Counted over the ${window.months} months from ${window.from} to ${window.to}.`,
  ];
}

function sourcesOf({ used }: DemandIndex): { title: string }[] {
  const titles = used.flatMap(({ files, vintage }) => files.map((file) => `${file} (vintage ${vintage})`));
  return [...new Set(titles)].map((title) => ({ title }));
}
