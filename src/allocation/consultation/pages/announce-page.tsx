import { Button } from '../../../ui/button.tsx';
import { countWords } from '../../../ui/count-words.ts';
import { Form } from '../../../ui/form.tsx';
import type { FormProblem } from '../../../ui/form-page.tsx';
import { longDate } from '../../../ui/long-date.ts';
import type { Review } from '../model.ts';
import { reviewAddress } from '../say-review.ts';
import { ReviewFrame, type UnitShown } from './review-frame.tsx';

export interface AnnouncePageModel {
  unit: UnitShown;
  review: Review;
  problems: readonly FormProblem[];
}

/** Asks once more before the public notice of a review is proposed. */
export function AnnouncePage({ unit, review, problems }: AnnouncePageModel) {
  return (
    <ReviewFrame unit={unit} review={review} title="Announce it to the public?" here="Announce" problems={problems}>
      <p class="w-answer">
        <b>Readers would see what is asked, of whom, and until {longDate(review.closesOn)}.</b>
      </p>
      <p class="w-body">
        The notice has the name and the question, {countWords(review.numbers.dwo, 'officer')} and{' '}
        {countWords(review.numbers.pcso, 'PCSO')}, the weights now in force, the days and the{' '}
        {countWords(review.invited.length, 'party', 'parties')} asked. It has nothing that anybody proposed.
      </p>
      <p class="w-body">Somebody else approves it before anybody outside sees it.</p>
      <Form action={`${reviewAddress(review.id)}/announce`}>
        <input type="hidden" name="version" value={review.version} />
        <div class="govuk-button-group">
          <Button text="Propose the notice" preventDoubleClick />
          <a class="govuk-link" href={reviewAddress(review.id)}>
            Back to the review
          </a>
        </div>
      </Form>
    </ReviewFrame>
  );
}
