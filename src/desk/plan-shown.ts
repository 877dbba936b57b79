import type { Plan } from '../allocation/index.ts';
import type { NoDemand } from '../demand/index.ts';

/** What the page of the allocation shows: a plan, or why there is none. */
export type PlanShown =
  | Plan
  | NoDemand
  /** The solver's limit came before any answer. */
  | { kind: 'no answer in time' }
  /** Other plans are being worked out. */
  | { kind: 'busy' };
