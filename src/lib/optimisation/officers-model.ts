import type { FullPlanQuestion } from './full-plan.ts';
import { handOutModel } from './hand-out-model.ts';
import type { LinearModel, Row } from './linear-model.ts';
import { leastWhole, mostWhole } from './whole-limits.ts';

/** The first stage as a model: a 0–1 column for every officer above a floor. */
export interface OfficersModel {
  model: LinearModel;
  /** Ward of each column. */
  wards: number[];
  /** The model's objective for each unit of Σ d²/x in the question's demand. */
  scale: number;
}

/** What Σ d²/x is at least in the model's units, by Cauchy and Schwarz: absolute tolerances of 1e-6 are then 1e-9. */
const LEAST_OBJECTIVE = 1000;

/**
 * Writes "minimise Σ d²/x under floors, ceilings, Σ x = officers, sums of groups, most moves" as a mixed-integer model.
 * Moves need no columns of their own: steps above a ward's number now are arrivals, and since gains shrink step by step
 * taking the steps in order is never worse and never has more arrivals.
 * @param question see FullPlanQuestion; floors not above ceilings, no more floors than officers
 */
export function officersModel(question: FullPlanQuestion): OfficersModel {
  const { demand, floors, ceilings, officers, groups, moves } = question;
  const total = demand.reduce((sum, share) => sum + share, 0);
  const scale = (LEAST_OBJECTIVE * officers) / total ** 2;
  const { model, wards, before } = handOutModel(demand, floors, ceilings, officers);
  const perMean = (LEAST_OBJECTIVE * officers) / demand.length ** 2;
  const rows = [...model.rows];
  for (const { name, wards: members, least, most } of groups) {
    const inGroup = new Set(members);
    const atFloor = members.reduce((sum, ward) => sum + (floors[ward] ?? 0), 0);
    const entries = wards.flatMap((ward, column) => (inGroup.has(ward) ? [{ column, value: 1 }] : []));
    rows.push({ name, lower: leastWhole(least) - atFloor, upper: mostWhole(most) - atFloor, entries });
  }
  if (moves !== null) rows.push(movesRow(question, moves, wards, before));
  return {
    model: {
      columns: model.columns.map((column) => ({ ...column, cost: column.cost * perMean })),
      rows,
      offset: demand.reduce((sum, share, ward) => sum + (scale * share ** 2) / (floors[ward] ?? 1), 0),
    },
    wards,
    scale,
  };
}

function movesRow(
  { floors }: FullPlanQuestion,
  { current, most }: NonNullable<FullPlanQuestion['moves']>,
  wards: readonly number[],
  before: readonly number[],
): Row {
  const atFloors = floors.reduce((sum, floor, ward) => sum + Math.max(0, floor - (current[ward] ?? 0)), 0);
  const entries = wards.flatMap((ward, column) =>
    (before[column] ?? 0) >= (current[ward] ?? 0) ? [{ column, value: 1 }] : [],
  );
  const upper = mostWhole(most) - atFloors;
  return { name: 'most moves', lower: Number.NEGATIVE_INFINITY, upper, entries };
}

/** Officers of each ward in a solution of the model. */
export function readOfficers(
  floors: readonly number[],
  wards: readonly number[],
  columns: readonly number[],
): number[] {
  const officers = [...floors];
  wards.forEach((ward, column) => {
    officers[ward] = (officers[ward] ?? 0) + Math.round(columns[column] ?? 0);
  });
  return officers;
}

/** The values of the model's columns for so many officers a ward: the steps taken in order. */
export function officersStart(
  floors: readonly number[],
  wards: readonly number[],
  officers: readonly number[],
): { column: number; value: number }[] {
  const left = officers.map((number, ward) => number - (floors[ward] ?? 0));
  return wards.map((ward, column) => {
    const value = (left[ward] ?? 0) > 0 ? 1 : 0;
    left[ward] = (left[ward] ?? 0) - 1;
    return { column, value };
  });
}
