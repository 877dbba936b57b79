import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf, type FormProblem } from '../../../ui/form-page.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { ReviewFrame, type ReviewHead, type UnitShown } from './review-frame.tsx';

export interface ReasonPageModel {
  unit: UnitShown;
  review: ReviewHead;
  /** What is about to be done, as a question. */
  title: string;
  here: string;
  /** What follows from it, in a sentence or two. */
  lead: string;
  label: string;
  button: string;
  /** Address that takes the form. */
  action: string;
  version: number;
  because: string;
  problems: readonly FormProblem[];
}

/** Asks for a reason before something ends: a review, or a proposal. */
export function ReasonPage(model: ReasonPageModel) {
  const { unit, review, title, here, lead, label, button, action, version, because, problems } = model;
  return (
    <ReviewFrame unit={unit} review={review} title={title} here={here} problems={problems} first="because">
      <p class="w-lead">{lead}</p>
      <Form action={action} class="w-ask" novalidate>
        <input type="hidden" name="version" value={version} />
        <TextArea
          id="because"
          name="because"
          label={label}
          hint="Everybody who sees it later reads this. Name nobody."
          rows={4}
          value={because}
          {...errorOf(problems, 'because')}
        />
        <Button text={button} preventDoubleClick />
      </Form>
    </ReviewFrame>
  );
}
