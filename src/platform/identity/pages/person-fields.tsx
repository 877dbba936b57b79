import { errorOf, type FormProblem } from '../../../ui/form-page.tsx';
import { TextField } from '../../../ui/text-field.tsx';

/** What is typed about a person. */
export interface PersonTyped {
  name: string;
  email: string;
  /** Empty for the police. */
  organisation: string;
}

/** The fields of a person: somebody else's, so a browser is to fill nothing in. */
export function PersonFields({ typed, problems }: { typed: PersonTyped; problems: readonly FormProblem[] }) {
  return (
    <>
      <TextField
        id="name"
        name="name"
        label="Name"
        autoComplete="off"
        value={typed.name}
        {...errorOf(problems, 'name')}
      />
      <TextField
        id="email"
        name="email"
        label="E-mail address"
        hint="They sign in with it. Wardroom sends no mail."
        type="email"
        autoComplete="off"
        value={typed.email}
        {...errorOf(problems, 'email')}
      />
      <TextField
        id="organisation"
        name="organisation"
        label="Organisation they act for"
        hint="Such as Camden Council. Leave it empty for the police."
        autoComplete="off"
        value={typed.organisation}
        {...errorOf(problems, 'organisation')}
      />
    </>
  );
}
