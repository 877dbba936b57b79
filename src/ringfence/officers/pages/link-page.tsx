import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf, FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import { TextField } from '../../../ui/text-field.tsx';

export interface LinkPageModel {
  officer: number;
  name: string;
  email: string;
  problems: readonly FormProblem[];
}

/** Asks by which e-mail address an officer signs in. */
export function LinkPage({ officer, name, email, problems }: LinkPageModel) {
  return (
    <FormPage
      title={`Link ${name} with who they sign in as`}
      active="/ringfence"
      above={[
        { text: 'Ring-fence', href: '/ringfence' },
        { text: 'Officers and sign-ins', href: '/ringfence/officers' },
      ]}
      problems={problems}
      first="email"
    >
      <Form action={`/ringfence/officers/${officer}/link`} novalidate>
        <TextField
          id="email"
          name="email"
          type="email"
          label="E-mail address they sign in with"
          hint="They see everything recorded about this officer, and record as them."
          value={email}
          {...errorOf(problems, 'email')}
        />
        <Button text="Link" preventDoubleClick />
      </Form>
    </FormPage>
  );
}
