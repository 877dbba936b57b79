import { addMonths } from '../../lib/calendar/month.ts';
import type { Cell, OpenTable, TableColumn } from '../../lib/tables/index.ts';
import { SYNTHETIC_NOTE } from '../../measures/index.ts';
import type { AreaExpectation, Expectation } from './model.ts';

const column = (
  name: string,
  title: string,
  type: TableColumn['type'],
  description: string,
  always = false,
): TableColumn => ({ ...{ name, title, type, description, always } });

const ERRORS = {
  monthlyError: ['month_error', 'How far forecasts of months were off'],
  naiveMonthlyError: ['month_error_naive', 'How far the same months of the year before were off'],
  yearlyError: ['year_error', 'How far forecasts of years were off'],
  naiveYearlyError: ['year_error_naive', 'How far the year before was off'],
} as const;

const COLUMNS: [TableColumn, (each: AreaExpectation) => Cell][] = [
  [
    column('area', 'Area', 'text', 'Official code of the area, or the name of a unit or cluster.', true),
    (each) => each.area.word,
  ],
  [column('area_name', 'Name', 'text', 'Name of the area.', true), (each) => each.area.name],
  [column('last_year', 'Last year', 'whole number', 'Count of the twelve months before.'), (each) => each.lastYear],
  [
    column(
      'outcome',
      'Outcome',
      'text',
      'Whether a forecast is shown, or why none is: not better, too short, no figures.',
      true,
    ),
    ({ forecast }) => forecast.kind,
  ],
  [
    column('expected', 'Expected', 'number', 'Expected count of the twelve months, to one decimal.'),
    ({ forecast }) => (forecast.kind === 'shown' ? toTenths(forecast.year.total) : null),
  ],
  [
    column(
      'expected_low',
      'Expected, lower end',
      'whole number',
      'Lower end of the range that holds 95 of 100 such years.',
    ),
    ({ forecast }) => (forecast.kind === 'shown' ? forecast.year.interval[0] : null),
  ],
  [
    column('expected_high', 'Expected, upper end', 'whole number', 'Upper end of the same range.'),
    ({ forecast }) => (forecast.kind === 'shown' ? forecast.year.interval[1] : null),
  ],
  [
    column('years_held_back', 'Years held back', 'whole number', 'Years on which forecasts were tried.'),
    ({ forecast }) => ('score' in forecast ? forecast.score.years.length : null),
  ],
  ...(['monthlyError', 'naiveMonthlyError', 'yearlyError', 'naiveYearlyError'] as const).map(
    (name): [TableColumn, (each: AreaExpectation) => Cell] => [
      column(ERRORS[name][0], ERRORS[name][1], 'number', `${ERRORS[name][1]}, as a mean distance in counts.`),
      ({ forecast }) => ('score' in forecast ? toTenths(forecast.score[name]) : null),
    ],
  ),
];

/** What the next twelve months are expected to bring, as a table of its areas. */
export function expectationTable(shown: Expectation, made: string): OpenTable {
  const { measure, place, from, to, areas, files, vintage } = shown;
  const months = Array.from({ length: 12 }, (_, at) => addMonths(from, at));
  return {
    name: 'expectation',
    title: `${measure.title} expected in ${place.name} and its wards, ${from} to ${to}`,
    description:
      'The place itself, then its wards by name. A forecast is shown only where it came nearer than the year before on years held back.',
    columns: [
      ...COLUMNS.map(([each]) => each),
      ...months.map((month) =>
        column(`m${month.replace('-', '_')}`, month, 'number', `Expected count of ${month}, to one decimal.`),
      ),
    ],
    key: ['area'],
    rows: areas.map((each) => [...COLUMNS.map(([, value]) => value(each)), ...monthsOf(each)]),
    notes: [
      measure.definition,
      ...(shown.synthetic ? [SYNTHETIC_NOTE] : []),
      `Learned from months up to ${shown.learnedTo}, without those of restrictions in the pandemic and without doubtful ones.`,
    ],
    sources: files.map((file) => ({ title: `${file}, vintage ${vintage}` })),
    made,
  };
}

const monthsOf = ({ forecast }: AreaExpectation): Cell[] =>
  forecast.kind === 'shown' ? forecast.year.months.map(toTenths) : new Array<null>(12).fill(null);

const toTenths = (value: number): number => Math.round(value * 10) / 10;
