import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import type { Enrolment } from '../model.ts';
import { CodeField } from './code-field.tsx';
import { QrCode } from './qr-code.tsx';

export interface SetUpPageModel {
  enrolment: Enrolment;
  next: string;
  problems: readonly FormProblem[];
}

/** Sets a second factor up: what the authenticator reads, as a picture and as text, and its first code. */
export function SetUpPage({ enrolment, next, problems }: SetUpPageModel) {
  return (
    <FormPage
      title="Set up your second factor"
      above={[{ text: 'Sign in', href: '/sign-in' }]}
      problems={problems}
      first="code"
    >
      <p class="w-lead">
        A password alone can be guessed or stolen, so Wardroom asks for a code from a device of yours as well.
      </p>
      <ol class="w-body-list">
        <li>Open an authenticator app on your phone or computer, and add an account.</li>
        <li>Let it read this picture, or type the key below it.</li>
        <li>Type the six digits that the app then shows.</li>
      </ol>
      <QrCode text={enrolment.address} label="QR code for your authenticator app; the key below says the same" />
      <p class="w-body">
        Key: <span class="w-secret">{enrolment.secret}</span>
      </p>
      <Form action="/sign-in/set-up" class="w-ask" novalidate>
        <input type="hidden" name="next" value={next} />
        <CodeField problems={problems} hint="Six digits; they change every half minute." />
        <Button text="Confirm" />
      </Form>
    </FormPage>
  );
}
