import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf, FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { TextArea } from '../../../ui/text-area.tsx';

/** Stands before the audit: why somebody looks is asked first, and kept with everything they look for. */
export function AskReasonPage({ next, problems }: { next: string; problems: readonly FormProblem[] }) {
  return (
    <FormPage title="Why do you look at the audit?" active="/audit" problems={problems} first="reason">
      <Panel>
        <p class="w-lead">
          The audit says who did what, to what and on whom. That you look, for what and why, becomes part of it.
        </p>
        <p class="w-body">
          It may be used to see whether things are done lawfully and to keep them secure, for discipline and in criminal
          proceedings; never to measure anybody’s performance.
        </p>
      </Panel>
      <Form action="/audit/reason" class="w-ask" novalidate>
        <input type="hidden" name="next" value={next} />
        <TextArea
          id="reason"
          name="reason"
          label="Reason"
          hint="Such as a complaint’s number, or a yearly review. It holds until you sign out, or for half an hour without use."
          rows={3}
          {...errorOf(problems, 'reason')}
        />
        <Button text="Go on" />
      </Form>
    </FormPage>
  );
}
