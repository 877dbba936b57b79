import type { Review, ReviewState } from './model.ts';

/**
 * Where a review stands on a day. A published plan decides it whatever its dates say; a choice outlives the closing day,
 * and a withdrawn plan frees the review to be open or closed again by its dates.
 * @param today in London, "2026-03-01"
 */
export function stateOf(
  review: Pick<Review, 'abandoned' | 'choice' | 'closed' | 'closesOn'>,
  today: string,
): ReviewState {
  const { abandoned, choice, closed, closesOn } = review;
  if (choice?.planState === 'published') return 'decided';
  if (abandoned !== null) return 'abandoned';
  if (choice !== null) return 'chosen';
  return closed === null && today <= closesOn ? 'open' : 'closed';
}
