import { expect, it } from 'vitest';
import { BLOOMSBURY_PANEL, ISLINGTON_COUNCIL, reviewOf } from '../../../../test/builders/consultation-views.ts';
import { sayReviewChanges } from './say-review-changes.ts';

it('says what a version changed, and nothing of what stayed', () => {
  const before = reviewOf({ invited: [ISLINGTON_COUNCIL] });
  expect(sayReviewChanges(before, before)).toEqual([]);
  const after = { ...before, name: 'Late review', closesOn: '2026-05-14', invited: [BLOOMSBURY_PANEL] };
  expect(sayReviewChanges(before, after)).toEqual([
    'It was called “Spring review”.',
    'The last day to comment moved from 30 April 2026 to 14 May 2026.',
    'Asked as well: Bloomsbury ward panel.',
    'No longer asked: Islington Council.',
  ]);
});
