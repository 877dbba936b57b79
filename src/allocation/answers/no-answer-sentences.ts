import { noPlanSentence } from '../plan-lines.ts';
import type { NoAnswer } from './model.ts';
import { asSentence } from './say-how-many.ts';
import { sayNoneInForce } from './say-none-in-force.ts';

/** Why there are no numbers to give, in sentences: that no plan is in force, and what stands in the way of any plan. */
export function noAnswerSentences(none: NoAnswer): string[] {
  const nothing = sayNoneInForce(none);
  if (none.kind === 'infeasible') return [nothing, `None can be put forward. ${noPlanSentence(none.plan)}`];
  return [
    nothing,
    `None can be put forward: no part of demand has figures for the wards of ${none.unit}.`,
    ...none.reasons.map(asSentence),
  ];
}
