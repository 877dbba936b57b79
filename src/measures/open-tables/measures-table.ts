import type { OpenTable } from '../../lib/tables/index.ts';
import type { MeasureHeld } from '../completeness/completeness-report.ts';

/** The catalogue: every measure, and what is held of it in the vintage imported last. */
export function measuresTable(measures: readonly MeasureHeld[], made: string): OpenTable {
  const text = (name: string, title: string, description: string, always = true) =>
    ({ name, title, description, type: 'text', always }) as const;
  return {
    name: 'measures',
    title: 'Catalogue of measures',
    description: 'Every measure Wardroom knows: what it counts, in which unit, and what is held of it.',
    columns: [
      text('measure', 'Measure', 'Name of the measure; its figures are in the table series-NAME.'),
      text('title', 'Title', 'Name of the measure for people.'),
      text('definition', 'Definition', 'What it counts, in one sentence.'),
      text('unit', 'Unit', 'What its figures are in.'),
      text('polarity', 'Polarity', 'Whether more of it is worse, better or neither.'),
      text('every', 'Every', 'How often it has a figure: month, quarter, year or once.'),
      {
        ...{ name: 'adds', title: 'Adds', type: 'yes or no', always: true },
        description: 'Whether figures of areas add up to that of the whole.',
      },
      text('denominator', 'Denominator', 'Measure by which rates are made; empty where a rate makes no sense.', false),
      text('publisher', 'Publisher', 'Who publishes the figures.'),
      text(
        'categories',
        'Source categories',
        'Categories it sums, with a space between, an asterisk standing for any; empty where it is made of measures.',
        false,
      ),
      text('latest_vintage', 'Latest vintage', 'Vintage imported last that holds it; empty where none does.', false),
      text('area_sets', 'Sets of areas', 'Sets of areas that vintage has figures of, with a space between.', false),
      { ...text('first_month', 'First month', 'First month of that vintage.', false), type: 'month' },
      { ...text('last_month', 'Last month', 'Last month of that vintage.', false), type: 'month' },
      {
        ...{ name: 'doubtful_months', title: 'Doubtful months', type: 'whole number', always: false },
        description: 'How many months of that vintage seem to lack much, in any area.',
      },
    ],
    key: ['measure'],
    rows: measures.map(({ held: [latest], ...measure }) => [
      measure.name,
      measure.title,
      measure.definition,
      measure.unit,
      measure.polarity,
      measure.every,
      measure.adds,
      measure.denominator,
      measure.publisher,
      measure.categories.filter((category) => !category.startsWith('demonstration/')).join(' ') || null,
      latest?.vintage ?? null,
      latest?.boundaryVersions.join(' ') ?? null,
      latest?.first ?? null,
      latest?.last ?? null,
      latest?.doubtfulMonths.length ?? null,
    ]),
    notes: ['Several vintages may be held of a measure: this table names the one imported last.'],
    sources: [],
    made,
  };
}
