import type { OptimalPlan } from './model.ts';
import { sergeantSpan } from './rules/sergeant-span.ts';
import { RULES } from './rules-in-force.ts';

/** Side rules that can decide who has an officer; a span does, for it ties officers to sergeants. */
const OF_OFFICERS: ReadonlySet<string> = new Set(
  RULES.filter(({ kind, of, name }) => kind === 'side' && (of === 'officers' || name === sergeantSpan.name)).map(
    ({ name }) => name,
  ),
);

/**
 * Whether a plan says how much demand would have to change, and who is next in line for an officer. Only the hand-out can
 * tell, and only where no side rule is about officers: one that the plan keeps by itself may forbid the next change.
 */
export const marginsReckoned = ({ decidedBy, rules }: Pick<OptimalPlan, 'decidedBy' | 'rules'>): boolean =>
  decidedBy === 'hand-out' && !rules.some(({ name }) => OF_OFFICERS.has(name));
