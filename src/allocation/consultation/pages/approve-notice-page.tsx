import { ApprovalForm } from '../../../ui/approval-form.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf, type FormProblem } from '../../../ui/form-page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import type { ReviewNotice } from '../notice/notice.ts';
import { reviewAddress, reviewTitle } from '../say-review.ts';
import { NoticeFacts } from './announced-review-page.tsx';
import { ReviewFrame, type UnitShown } from './review-frame.tsx';

export interface ApproveNoticePageModel {
  unit: UnitShown;
  /** What readers would see; null where it cannot be shown any more. */
  notice: ReviewNotice | null;
  review: { id: number; number: string; name: string; synthetic: boolean };
  isPublished: boolean;
  /** What readers see changed, in sentences. */
  sentences: readonly string[];
  /** What disclosure control does with it. */
  disclosure: string;
  /** Who proposed it, and when, in words. */
  proposed: string;
  /** Tells exactly what is shown here from anything else; sent with the approval. */
  contentHash: string;
  next:
    | { kind: 'approve'; alone: boolean }
    | { kind: 'publish' }
    /** One sentence that says why nothing. */
    | { kind: 'nothing'; because: string };
  mayWithdraw: boolean;
  /** True where it was changed since the approver saw it: nothing was approved. */
  changedSince: boolean;
  problems: readonly FormProblem[];
}

/** What residents would see of a review, before a second person approves it. */
export function ApproveNoticePage(model: ApproveNoticePageModel) {
  const { unit, review, notice, sentences, problems } = model;
  const [first, ...others] = sentences;
  return (
    <ReviewFrame
      unit={unit}
      review={review}
      over={`${reviewTitle(review)} · public notice`}
      title={model.isPublished ? 'What residents see' : 'What residents would see'}
      here="Public notice"
      problems={problems}
    >
      {model.changedSince ? (
        <Panel warn title="It was changed since you saw it">
          <p class="w-body">Nothing was approved. Read it as it is now, and decide again.</p>
        </Panel>
      ) : null}
      <p class="w-answer">
        <b>{first ?? model.disclosure}</b>
      </p>
      {others.length === 0 ? null : (
        <ul class="w-body-list">
          {others.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {notice === null ? null : (
        <section class="w-section" aria-labelledby="notice">
          <h2 class="w-h2" id="notice">
            {notice.name}
          </h2>
          <p class="w-lead">{notice.question}</p>
          <NoticeFacts notice={notice} />
        </section>
      )}
      <p class="w-body">{model.disclosure}</p>
      <p class="w-body">{model.proposed}</p>
      <ApprovalForm
        address={reviewAddress(model.review.id)}
        what="notice"
        next={model.next}
        contentHash={model.contentHash}
      />
      {model.mayWithdraw ? <Withdrawal {...model} /> : null}
    </ReviewFrame>
  );
}

function Withdrawal({ review, problems }: ApproveNoticePageModel) {
  return (
    <section class="w-section" aria-labelledby="withdraw">
      <h2 class="w-h2" id="withdraw">
        Withdraw it
      </h2>
      <Form action={`${reviewAddress(review.id)}/withdraw`} class="w-ask" novalidate>
        <TextArea
          id="reason"
          name="reason"
          label="Why it is withdrawn"
          hint="Everyone who asks for the notice later reads this. Name nobody."
          rows={3}
          {...errorOf(problems, 'reason')}
        />
        <Button text="Withdraw" secondary preventDoubleClick />
      </Form>
    </section>
  );
}
