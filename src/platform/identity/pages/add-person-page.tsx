import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import { PersonFields, type PersonTyped } from './person-fields.tsx';

/** Adds a person; what they may do comes afterwards. */
export function AddPersonPage({ typed, problems }: { typed: PersonTyped; problems: readonly FormProblem[] }) {
  return (
    <FormPage title="Add a person" above={[{ text: 'People', href: '/people' }]} problems={problems} first="name">
      <p class="w-lead">
        You get a one-time link to hand to them. Until a role of theirs is approved they see what is published.
      </p>
      <Form action="/people/add" class="w-ask" novalidate>
        <PersonFields typed={typed} problems={problems} />
        <Button text="Add" preventDoubleClick />
      </Form>
    </FormPage>
  );
}
