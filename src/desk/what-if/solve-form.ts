import { planFromDemand } from '../../allocation/index.ts';
import { type DemandParts, weighDemand } from '../../demand/index.ts';
import type { HexPlace } from '../../geography/index.ts';
import type { PlanShown } from '../plan-shown.ts';
import { type AllocationForm, readAllocationForm, type StartingNumbers } from '../read-allocation-form.ts';

/** What a browser needs to work out the plan of a form: what every page of allocation shows anyone, and no more. */
export interface WhatIfFigures {
  /** Numbers the form starts from, before the address changes any. */
  start: StartingNumbers;
  /** Names of the components that have a weight field, in the order of the form. */
  components: string[];
  /** The figures of these components, over the months that the server would use. */
  demand: DemandParts;
  hexPlaces: HexPlace[];
}

export interface SolvedForm {
  form: AllocationForm;
  /** null while a field is wrong. */
  plan: PlanShown | null;
}

/**
 * The plan of a form, reckoned from figures at hand by the very functions that the server calls: no clock, file or record.
 * @param fields the form's fields by name, as in an address
 */
export function solveForm({ start, components, demand }: WhatIfFigures, fields: unknown): SolvedForm {
  const form = readAllocationForm(fields, start, components);
  if (form.asked === null) return { form, plan: null };
  const { weights, asAt: _day, ...numbers } = form.asked;
  const index = weighDemand(demand, weights);
  return { form, plan: index.kind === 'index' ? planFromDemand(index, numbers) : index };
}
