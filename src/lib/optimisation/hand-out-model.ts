import type { Column, LinearModel } from './linear-model.ts';

/** The hand-out as a mixed-integer model, one column a step, and the way back from columns to officers. */
export interface HandOutModel {
  model: LinearModel;
  /** Ward of each column, in the order of the columns. */
  wards: number[];
  /** Officers the ward has before the step of each column. */
  before: number[];
}

/**
 * Writes "minimise Σ d²/x, floors ≤ x ≤ ceilings, Σ x = officers" with one 0–1 column for every officer above a floor.
 * The step from x to x + 1 lowers the sum by d²(1/x − 1/(x+1)); these gains shrink step by step, so the steps of a ward
 * are taken in order without being told to, and the relaxation already has whole answers. They are declared whole anyway.
 * Demand is rescaled to a mean of 1 (the objective by W²): with shares, differences would drown in the solver's
 * absolute tolerances.
 * @param floors whole numbers ≥ 1: the first officer's gain is infinite
 */
export function handOutModel(
  demand: readonly number[],
  floors: readonly number[],
  ceilings: readonly number[],
  officers: number,
): HandOutModel {
  const extra = officers - floors.reduce((sum, floor) => sum + floor, 0);
  const scale = demand.length / demand.reduce((sum, share) => sum + share, 0);
  const columns: Column[] = [];
  const wards: number[] = [];
  const before: number[] = [];
  demand.forEach((share, ward) => {
    const floor = floors[ward] ?? 1;
    const steps = Math.min((ceilings[ward] ?? floor) - floor, Math.max(extra, 0));
    for (let from = floor; from < floor + steps; from += 1) {
      columns.push({ cost: -((share * scale) ** 2 / (from * (from + 1))), lower: 0, upper: 1, whole: true });
      wards.push(ward);
      before.push(from);
    }
  });
  const entries = columns.map((_, column) => ({ column, value: 1 }));
  return { model: { columns, rows: [{ name: 'budget', lower: extra, upper: extra, entries }] }, wards, before };
}
