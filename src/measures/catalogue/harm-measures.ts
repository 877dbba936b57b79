import type { Measure } from '../model.ts';
import { demonstrationCategory } from './demonstration-category.ts';
import { MPS_MEASURES } from './mps-measures.ts';

/** The measure that is weighed with a table of harm weights, and not summed: see ../harm/weigh-series.ts. */
export const HARM_WEIGHTED_CRIME = 'harm-weighted-crime';

/** Most that crimes without a weight may be of a month's crimes in an area, in per cent; above it there is no value. */
export const MOST_WITHOUT_WEIGHT_PERCENT = 5;

/** Measures made with a table of harm weights that the user supplies; without one they have no figures. */
export const HARM_MEASURES: Measure[] = [
  {
    name: HARM_WEIGHTED_CRIME,
    title: 'Harm-weighted crime',
    definition: `Recorded crime except fraud, each offence times its weight in the newest table of harm weights imported; a month has no value where over ${MOST_WITHOUT_WEIGHT_PERCENT} % of its crimes have no weight.`,
    unit: 'harm, in the unit of the table of weights',
    polarity: 'more is worse',
    every: 'month',
    adds: true,
    denominator: 'residents',
    categories: [...recordedCrime(), demonstrationCategory(HARM_WEIGHTED_CRIME)],
    publisher: 'Metropolitan Police Service, weighed with the table imported',
  },
];

/** The source categories of recorded crime, so that the two stand side by side. */
function recordedCrime(): string[] {
  const recorded = MPS_MEASURES.find(({ name }) => name === 'recorded-crime');
  return recorded?.categories.filter((category) => category.startsWith('mps/')) ?? [];
}
