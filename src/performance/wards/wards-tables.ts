import type { Cell, OpenTable, TableColumn } from '../../lib/tables/index.ts';
import { type Measure, SYNTHETIC_NOTE } from '../../measures/index.ts';
import type { ComparisonRow } from '../model.ts';
import type { RatedWard, WardChange, WardChanges, WardsComparison } from './model.ts';
import { sayRemarks } from './say-remarks.ts';

const column = (
  name: string,
  title: string,
  type: TableColumn['type'],
  description: string,
  always = false,
): TableColumn => ({
  ...{ name, title, type, description, always },
});

const AREA: TableColumn[] = [
  column('ward_code', 'Ward code', 'text', 'Office for National Statistics code of the ward.', true),
  column('ward_name', 'Ward', 'text', 'Name of the ward.', true),
  column('borough_name', 'Borough', 'text', 'Borough that the ward lies in.'),
];

const RATED: [TableColumn, (rated: RatedWard) => Cell][] = [
  [column('count', 'Count', 'whole number', 'What was counted in the period.'), ({ count }) => count],
  [column('residents', 'Residents', 'whole number', 'People who live in the ward.'), ({ residents }) => residents],
  [
    column('rate_per_1000', 'Rate', 'number', 'Count for each 1,000 residents, over the period.'),
    ({ ratePer1000 }) => ratePer1000,
  ],
  [
    column(
      'rate_low',
      'Rate, lower end',
      'number',
      'Lower end of the 95 % interval of the rate, exact, by the count alone.',
    ),
    ({ rateInterval: [low] }) => low,
  ],
  [
    column('rate_high', 'Rate, upper end', 'number', 'Upper end of the same interval.'),
    ({ rateInterval: [, high] }) => high,
  ],
  [
    column('p_value', 'p-value, chance alone', 'number', 'Exact two-sided p-value of the rate of all wards together.'),
    ({ counts }) => counts.pValue,
  ],
  [
    column('dispersed_p_value', 'p-value, dispersed', 'number', 'The same with how wards usually differ allowed for.'),
    ({ dispersed }) => dispersed.pValue,
  ],
  [
    column(
      'outside',
      'Outside',
      'text',
      'Side of the dispersed 95 % limits the ward lies outside of; empty within them.',
    ),
    ({ dispersed }) => dispersed.outside,
  ],
  [
    column('outside_998', 'Outside 99.8 %', 'yes or no', 'Whether it lies outside the dispersed 99.8 % limits too.'),
    ({ dispersed }) => dispersed.far,
  ],
];

/** Every ward of a place by one measure, by name. */
export function wardsTable(shown: WardsComparison, made: string): OpenTable {
  const { measure, period, wards } = shown.beside;
  return {
    ...headOf(shown, 'wards', made),
    title: `${measure.title} by ward of ${shown.place.name}, ${period.label}`,
    description: 'Wards in the order of their names, with the interval of each rate. They are not ranked.',
    columns: [
      ...AREA,
      ...RATED.map(([each]) => each),
      column(
        'many_visit',
        'Thefts against the middle ward',
        'number',
        'Times as many thefts from people and shops a resident as the middle ward; given where residents are a poor measure for that reason.',
      ),
      column('missing', 'Missing', 'text', 'Why there is no rate; empty where there is one.'),
    ],
    key: ['ward_code'],
    rows: wards.map(({ area, rated, visited, missing }) => [
      ...[area.word, area.name, area.boroughName],
      ...RATED.map(([, value]) => (rated === null ? null : value(rated))),
      ...[visited, missing],
    ]),
    notes: notesOf(shown, measure),
  };
}

const CHANGED: [TableColumn, (row: ComparisonRow) => Cell][] = [
  [column('current', 'Current', 'whole number', 'Count in the period.'), ({ current }) => current],
  [column('previous', 'Previous', 'whole number', 'Count in the period compared with.'), ({ previous }) => previous],
  [
    column('p_value', 'p-value, counts', 'number', 'Exact conditional p-value of the counts alone.'),
    ({ pValue }) => pValue,
  ],
  [
    column('ratio_low', 'Ratio, lower end', 'number', '95 % of current to previous, counts alone.'),
    ({ ratioInterval }) => ratioInterval?.[0] ?? null,
  ],
  [
    column('ratio_high', 'Ratio, upper end', 'number', 'Upper end; empty where without limit.'),
    ({ ratioInterval }) => ratioInterval?.[1] ?? null,
  ],
  [
    column(
      'dispersed_p_value',
      'p-value, dispersed',
      'number',
      'The same of daily rates, with how years usually differ allowed for.',
    ),
    ({ dispersedPValue }) => dispersedPValue,
  ],
  [
    column('dispersed_low', 'Dispersed, lower end', 'number', '95 % of the ratio of daily rates.'),
    ({ dispersedInterval }) => dispersedInterval?.[0] ?? null,
  ],
  [
    column('dispersed_high', 'Dispersed, upper end', 'number', 'Upper end; empty where without limit.'),
    ({ dispersedInterval }) => dispersedInterval?.[1] ?? null,
  ],
  [
    column('dispersion', 'Dispersion', 'number', 'How many times more than chance such changes usually vary.'),
    ({ dispersion }) => dispersion,
  ],
  [
    column('small_numbers', 'Small numbers', 'yes or no', 'Whether a count is too small to be judged.', true),
    ({ smallNumbers }) => smallNumbers,
  ],
];

/** What changed in every ward, by every measure asked, judged together. */
export function changesTable(shown: WardsComparison, changed: WardChanges, made: string): OpenTable {
  const { periods, setTitle, changes, test } = changed;
  return {
    ...headOf(shown, 'wards-changes', made),
    title: `${setTitle ?? shown.beside.measure.title} by ward of ${shown.place.name}, ${periods.current.label} against ${periods.previous.label}`,
    description:
      'Changes of all wards and measures, judged together: of those called clear at most 5 % are expected to be false.',
    columns: [
      ...AREA,
      column('measure', 'Measure', 'text', 'Name in the catalogue of measures.', true),
      ...CHANGED.map(([each]) => each),
      column(
        'false_discovery',
        'False discovery rate',
        'number',
        `Share expected to be false of all changes called, were the line drawn at this one; by ${test === 'counts' ? 'the counts alone' : 'what earlier years bring'}.`,
      ),
      column(
        'called_clear',
        'Called clear',
        'yes or no',
        'Whether it is called clear of chance among all of these.',
        true,
      ),
      column('missing', 'Missing', 'text', 'Why there are no figures; empty where there are.'),
    ],
    key: ['ward_code', 'measure'],
    rows: changes.map(({ area, row, falseDiscovery, calledClear }: WardChange) => [
      ...[area.word, area.name, area.boroughName, row.measureName],
      ...CHANGED.map(([, value]) => value(row)),
      ...[falseDiscovery, calledClear, row.missing],
    ]),
    notes: notesOf(shown, shown.beside.measure),
  };
}

function headOf({ files, vintage, synthetic }: WardsComparison, name: string, made: string) {
  const sources = synthetic
    ? [{ title: 'Made up by Wardroom’s demonstration' }]
    : files.map((file) => ({ title: `${file} (vintage ${vintage})` }));
  return { name, sources, made };
}

function notesOf(shown: WardsComparison, { definition }: Measure): string[] {
  return [
    ...(shown.synthetic ? [SYNTHETIC_NOTE] : []),
    definition,
    'Rates are for residents: people who work, shop or go out in a ward are counted where it happened, and not among its residents.',
    ...sayRemarks(shown),
  ];
}
