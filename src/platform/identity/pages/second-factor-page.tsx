import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import { CodeField } from './code-field.tsx';

/** After the password: the code that only the person's own device shows. */
export function SecondFactorPage({ next, problems }: { next: string; problems: readonly FormProblem[] }) {
  return (
    <FormPage title="Enter your code" above={[{ text: 'Sign in', href: '/sign-in' }]} problems={problems} first="code">
      <Form action="/sign-in/second-factor" class="w-ask" novalidate>
        <input type="hidden" name="next" value={next} />
        <CodeField
          problems={problems}
          hint="Six digits from your authenticator app. Without it, one of your recovery codes."
          recovery
        />
        <Button text="Go on" />
      </Form>
      <p class="w-body">
        No device and no recovery codes? Only whoever runs the machine that Wardroom is on can make you a link that sets
        up a new one.
      </p>
    </FormPage>
  );
}
