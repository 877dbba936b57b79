import type { OrderedBy } from '../model.ts';
import { ORDERED_BY } from '../model.ts';
import type { Reason } from '../reasons.ts';

/** Roles of the line and of response, who order officers from one thing to another. */
const OF_THE_LINE: readonly OrderedBy[] = [
  'ward-sergeant',
  'response-sergeant',
  'duty-inspector',
  'neighbourhood-inspector',
  'senior-officer',
  'operations-room',
];
/** Reasons that only ever come by the order of one role. */
const BY_ITS_NATURE: Partial<Record<Reason, OrderedBy>> = {
  response: 'response-sergeant',
  'court-own-case': 'court',
  'court-other': 'court',
  training: 'training-unit',
};
/** Reasons that somebody of the line orders: as a rule whoever did so last. An event is not: only an order stated makes it an exception. */
const BY_THE_LINE: readonly Reason[] = [
  ...(['staffing-up', 'aid-borough', 'aid-unit', 'aid-force', 'aid-other-force', 'cover-ward'] as const),
  ...(['custody', 'constant-watch', 'scene-guard'] as const),
];

/** What a form sends where the officer has said nothing of the order, and where they have said that they cannot. */
export const AS_USUAL = '';
export const NOT_SAID = 'not-said';

export const isOfTheLine = (by: OrderedBy): boolean => OF_THE_LINE.includes(by);

/**
 * Who is taken to have ordered a time away, by its reason, until somebody says otherwise; null where nobody is.
 * @param last who ordered the last one of theirs; null where nobody was named
 */
export function usualOrder(reason: Reason, last: OrderedBy | null): OrderedBy | null {
  const known = BY_ITS_NATURE[reason];
  if (known !== undefined) return known;
  return last !== null && isOfTheLine(last) && BY_THE_LINE.includes(reason) ? last : null;
}

/** Who ordered it by what a form sent: a role that was chosen, else the usual one. */
export function orderOf(typed: string | undefined, reason: Reason, last: OrderedBy | null): OrderedBy | null {
  if (typed === undefined || typed === AS_USUAL) return usualOrder(reason, last);
  return ORDERED_BY.find((by) => by === typed) ?? null;
}
