import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { longDate } from '../../ui/long-date.ts';
import type { Party, Review, ReviewState, WeightProposal } from './model.ts';

/** What the words about a review rest on. */
type Standing = Pick<Review, 'number' | 'closesOn' | 'abandoned'>;

/** The number of a review as people read it: "2026–1". */
export const sayReviewNumber = ({ number }: Pick<Review, 'number'>): string => number.replace('-', '–');

/** "Review 2026–1". */
export const reviewTitle = (review: Pick<Review, 'number'>): string => `Review ${sayReviewNumber(review)}`;

/** Address of the page of a review. */
export const reviewAddress = (id: number): string => `/allocation/reviews/${id}`;

/** How a review stands, to go on after its number: "open for comment until 30 April 2026". */
export function sayStanding(review: Standing, state: ReviewState): string {
  const closing = longDate(review.closesOn);
  if (state === 'open') return `open for comment until ${closing}`;
  if (state === 'closed') return `closed on ${closing}, not decided yet`;
  if (state === 'chosen') return 'a proposal is chosen, and waits for a second person';
  if (state === 'decided') return 'decided';
  return review.abandoned === null ? 'abandoned' : `abandoned on ${longDate(todayInLondon(review.abandoned.at))}`;
}

/** The state in a word or two, for a tag. */
export const STATE_WORDS: Readonly<Record<ReviewState, string>> = {
  open: 'open',
  closed: 'closed',
  chosen: 'chosen',
  decided: 'decided',
  abandoned: 'abandoned',
};

/** Address of the page of a proposal. */
export const proposalAddress = ({ review, id }: Pick<WeightProposal, 'review' | 'id'>): string =>
  `${reviewAddress(review)}/proposals/${id}`;

/** A party as it stands inside a sentence: "the police", "Islington Council". */
export const partyInSentence = ({ kind, name }: Party): string => (kind === 'police' ? 'the police' : name);
