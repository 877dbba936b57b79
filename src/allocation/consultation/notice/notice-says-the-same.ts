import { isSameValue } from '../../../lib/editing/compare-edits.ts';
import type { Review } from '../model.ts';
import type { ReviewNotice } from './notice.ts';

type Told = Pick<Review, 'name' | 'question' | 'closesOn' | 'inForceFrom' | 'invited'>;

/** Whether a notice tells the public of a review as it now stands, in everything that can be changed of it. */
export function saysTheSame(notice: ReviewNotice, review: Told): boolean {
  const told = ({ name, question, closesOn, inForceFrom, invited }: Told) => [
    ...[name, question, closesOn, inForceFrom],
    invited,
  ];
  return isSameValue(told(notice), told(review));
}
