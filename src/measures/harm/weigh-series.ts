import { addMonths } from '../../lib/calendar/month.ts';
import { HARM_WEIGHTED_CRIME, MOST_WITHOUT_WEIGHT_PERCENT } from '../catalogue/harm-measures.ts';
import { valueIn } from '../complete-months.ts';
import { type Composition, composeSeries } from '../compose-series.ts';
import type { HarmWeightTable, Measure, Series } from '../model.ts';
import { sumsCategory } from '../sums-category.ts';
import { matchOffences } from './match-offences.ts';

/** A table of harm weights as held: with the file it came in. */
export interface HeldHarmWeights extends HarmWeightTable {
  importId: string;
  file: string;
}

/** Whether a measure is made with a table of harm weights, and not summed. */
export function isWeighed(measure: Pick<Measure, 'name'>): boolean {
  return measure.name === HARM_WEIGHTED_CRIME;
}

/**
 * Makes the series of harm-weighted crime from the source categories of one vintage and one table of weights: the sum
 * of count × weight. A month of an area has no value where too large a share of its crimes has no weight.
 * @param table the table to use; null when none is held, and then there is no series
 * @returns one series for each area with rows, in the table's own unit; the table's file stands among its files
 */
export function weighSeries(measure: Measure, composition: Composition, table: HeldHarmWeights | null): Series[] {
  if (table === null || composition.synthetic) return [];
  const rows = composition.rows.filter(({ category }) => sumsCategory(measure, category));
  const { weights } = matchOffences(
    table.weights,
    rows.map(({ category }) => category),
  );
  const crimes = composeSeries(measure, { ...composition, rows });
  const unweighed = composeSeries(measure, {
    ...composition,
    rows: rows.filter(({ category }) => !weights.has(category)),
  });
  const weighed = composeSeries(measure, {
    ...composition,
    rows: rows.map((row) => ({
      ...row,
      values: row.values.map((value) => (value === null ? null : value * (weights.get(row.category) ?? 0))),
    })),
  });
  return weighed.map((series) => {
    const counted = crimes.find(({ areaCode }) => areaCode === series.areaCode);
    const without = unweighed.find(({ areaCode }) => areaCode === series.areaCode);
    const known = series.values.map((value, index) => {
      const month = addMonths(series.firstMonth, index);
      const total = counted ? valueIn(counted, month) : null;
      const lacking = (without ? valueIn(without, month) : null) ?? 0;
      return value !== null && total !== null && 100 * lacking <= MOST_WITHOUT_WEIGHT_PERCENT * total;
    });
    return {
      ...series,
      files: [...series.files, table.file],
      values: series.values.map((value, index) => (known[index] ? value : null)),
      origins: series.origins.map((origin, index) => (known[index] ? origin : null)),
    };
  });
}
