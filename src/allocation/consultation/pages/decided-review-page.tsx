import type { ComponentChildren } from 'preact';
import { longDate } from '../../../ui/long-date.ts';
import type { Decision } from '../model.ts';
import { reviewTitle } from '../say-review.ts';
import { ReviewFrame, type UnitShown } from './review-frame.tsx';

export interface DecidedReviewPageProps {
  unit: UnitShown;
  decision: Pick<Decision, 'review' | 'on'>;
  /** The record of the decision. */
  decided: ComponentChildren;
}

/** A review that was never announced, once it is decided: as the published decision kept it. */
export function DecidedReviewPage({ unit, decision, decided }: DecidedReviewPageProps) {
  const { review, on } = decision;
  return (
    <ReviewFrame
      unit={unit}
      review={review}
      over={`${reviewTitle(review)} · decided on ${longDate(on)}`}
      title={review.name}
      here={reviewTitle(review)}
    >
      <p class="w-lead">{review.question}</p>
      {decided}
    </ReviewFrame>
  );
}
