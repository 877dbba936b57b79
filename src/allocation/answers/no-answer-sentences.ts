import { longDate } from '../../ui/long-date.ts';
import { noPlanSentence } from '../plan-lines.ts';
import type { NoAnswer } from './model.ts';
import { asSentence } from './say-how-many.ts';

/** Why there are no numbers to give, in sentences: that nothing is adopted, and what stands in the way of any plan. */
export function noAnswerSentences(none: NoAnswer): string[] {
  const nothing = `No plan is in force on ${longDate(none.on)}, and nothing is adopted.`;
  if (none.kind === 'infeasible') return [nothing, `None can be put forward. ${noPlanSentence(none.plan)}`];
  return [
    nothing,
    `None can be put forward: no part of demand has figures for the wards of ${none.unit}.`,
    ...none.reasons.map(asSentence),
  ];
}
