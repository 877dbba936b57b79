import type { Problem } from '../../../lib/refused.ts';
import { longDate } from '../../../ui/long-date.ts';
import type { Party, Review } from '../model.ts';
import { stateOf } from '../review-state.ts';

/** What is said where a choice was made that its reader may not see. */
export const CHOSEN_ALREADY =
  'A choice was made in this review, so its proposals stay as they were compared: ask who opened it.';

/** Why a review takes no proposal on a day; null where it does. */
export function closedProblem(review: Review, today: string): Problem | null {
  const sentence = {
    open: null,
    closed: `The review closed on ${longDate(review.closesOn)}: ask who opened it for a later closing day.`,
    chosen: CHOSEN_ALREADY,
    decided: 'This review is decided and takes no proposals any more: wait for the next one.',
    abandoned: 'This review was ended without a decision and takes no proposals: wait for the next one.',
  }[stateOf(review, today)];
  return sentence === null ? null : { field: null, sentence };
}

/** Why a proposal may not be taken back on a day; null where it may: after closing too, until one is chosen. */
export function withdrawalProblem(review: Review, today: string): Problem | null {
  return stateOf(review, today) === 'closed' ? null : closedProblem(review, today);
}

/** Made-up people take part in made-up reviews, and real people in real ones. */
export function apartProblem(review: Pick<Review, 'synthetic'>, madeUp: boolean): Problem | null {
  if (review.synthetic === madeUp) return null;
  const sentence = madeUp
    ? 'This is a real review, and you are a made-up person of the demonstration: work with a made-up one.'
    : 'This review is made up for the demonstration: work with a real one.';
  return { field: null, sentence };
}

/** The party meant, of those that somebody speaks for: by what it is, its name and its ward. */
export const partyMeant = (spokenFor: readonly Party[], { kind, name, ward }: Party): Party | null =>
  spokenFor.find((party) => party.kind === kind && party.name === name && party.ward === ward) ?? null;

/** Said to who proposes for a party they do not speak for. */
export function strangerProblem({ name }: Party, spokenFor: readonly Party[]): Problem {
  const yours = spokenFor.map((party) => party.name).join(', ');
  return {
    field: 'party',
    sentence:
      yours === ''
        ? `You do not speak for ${name}, nor for anybody asked here: ask an administrator for a role that does.`
        : `You do not speak for ${name}: propose for ${yours}.`,
  };
}
