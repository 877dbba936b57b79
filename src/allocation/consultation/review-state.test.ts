import { describe, expect, it } from 'vitest';
import { reviewOf } from '../../../test/builders/consultation-views.ts';
import type { ReviewChoice } from './model.ts';
import { stateOf } from './review-state.ts';

const act = { by: 'person:a', at: new Date('2026-04-02T12:00:00Z') };
const choice = (planState: ReviewChoice['planState']): ReviewChoice => ({
  ...{ proposal: 1, reasons: 'The clearest.', figures: 'as opened', plan: '4', planState, chosen: act },
});
const abandoned = { ...act, because: 'The budget changed.' };

describe('where a review stands', () => {
  const review = reviewOf({ closesOn: '2026-04-30' });

  it('is open until the end of its closing day, and closed from the next', () => {
    expect(stateOf(review, '2026-04-30')).toBe('open');
    expect(stateOf(review, '2026-05-01')).toBe('closed');
  });

  it('is closed on the very day on which somebody closes it', () => {
    expect(stateOf({ ...review, closesOn: '2026-04-02', closed: abandoned }, '2026-04-02')).toBe('closed');
  });

  it.each(['draft', 'proposed', 'approved'] as const)('is chosen while its plan is %s, open or closed', (planState) => {
    expect(stateOf({ ...review, choice: choice(planState) }, '2026-04-01')).toBe('chosen');
    expect(stateOf({ ...review, choice: choice(planState) }, '2026-05-01')).toBe('chosen');
  });

  it('is decided once its plan is published, whatever else is true', () => {
    expect(stateOf({ ...review, choice: choice('published'), abandoned }, '2026-04-01')).toBe('decided');
  });

  it('is abandoned from then on', () => {
    expect(stateOf({ ...review, abandoned }, '2026-04-01')).toBe('abandoned');
    expect(stateOf({ ...review, abandoned, choice: choice('proposed') }, '2026-05-01')).toBe('abandoned');
  });
});
