import { expect, it } from 'vitest';
import { reviewOf } from '../../../../test/builders/consultation-views.ts';
import type { ReviewNotice } from './notice.ts';
import { saysTheSame } from './notice-says-the-same.ts';

const review = reviewOf();
const notice: ReviewNotice = {
  ...{ review: review.id, unit: review.unit, number: review.number, name: review.name, question: review.question },
  ...{ numbers: review.numbers, weights: { name: 'founding', version: '1', weights: {} }, components: [] },
  ...{ opensOn: review.opensOn, closesOn: review.closesOn, inForceFrom: review.inForceFrom },
  ...{ invited: review.invited, synthetic: review.synthetic },
};

it('finds a notice that no longer says what the review says', () => {
  expect(saysTheSame(notice, review)).toBe(true);
  expect(saysTheSame(notice, { ...review, closesOn: '2026-05-14' })).toBe(false);
  expect(saysTheSame(notice, { ...review, invited: [] })).toBe(false);
});
