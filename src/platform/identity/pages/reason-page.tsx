import type { ComponentChildren } from 'preact';
import type { Crumb } from '../../../ui/breadcrumbs.tsx';
import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf, FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import { TextArea } from '../../../ui/text-area.tsx';

export interface ReasonPageModel {
  title: string;
  above: readonly Crumb[];
  /** What happens, in a sentence or two. */
  lead: ComponentChildren;
  action: string;
  button: string;
  back: string;
  reason: string;
  problems: readonly FormProblem[];
}

/** Asks once more, and why, before something that somebody else will feel. */
export function ReasonPage({ title, above, lead, action, button, back, reason, problems }: ReasonPageModel) {
  return (
    <FormPage title={title} above={above} problems={problems} first="reason">
      <p class="w-lead">{lead}</p>
      <Form action={action} class="w-ask" novalidate>
        <TextArea
          id="reason"
          name="reason"
          label="Why"
          hint="Kept on record, with your name. Do not write down what a record says of anybody."
          rows={3}
          value={reason}
          {...errorOf(problems, 'reason')}
        />
        <div class="govuk-button-group">
          <Button text={button} preventDoubleClick />
          <a class="govuk-link" href={back}>
            Go back
          </a>
        </div>
      </Form>
    </FormPage>
  );
}
