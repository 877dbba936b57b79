import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf, FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { ROLES } from '../../access/model.ts';
import type { KnownUnit } from '../model.ts';
import { ROLE_WORDS } from '../role-words.ts';

/** What is typed of a role. */
export interface RoleTyped {
  role: string;
  /** "unit", "unit/borough" or "unit/borough/ward". */
  place: string;
  from: string;
  until: string;
}

export interface ProposeRolePageModel {
  person: { id: string; name: string };
  typed: RoleTyped;
  units: readonly KnownUnit[];
  problems: readonly FormProblem[];
  /** Whether the reader may approve alone. */
  alone: boolean;
}

/** Proposes a role: which, where, from when to when. */
export function ProposeRolePage({ person, typed, units, problems, alone }: ProposeRolePageModel) {
  return (
    <FormPage
      title={`Propose a role for ${person.name}`}
      above={[
        { text: 'People', href: '/people' },
        { text: person.name, href: `/people/${person.id}` },
      ]}
      problems={problems}
      first="role"
    >
      <p class="w-lead">
        {alone
          ? 'You can approve it alone if it is Command or Administrator, since nobody else can approve roles yet; the record says so.'
          : 'It is held once a second person has approved it.'}{' '}
        <a class="govuk-link" href="/permissions">
          What each role may do
        </a>
      </p>
      <Form action={`/people/${person.id}/role`} class="w-ask" novalidate>
        <SelectField
          id="role"
          name="role"
          label="Role"
          choices={[
            { value: '', text: 'Choose a role' },
            ...ROLES.map((value) => ({ value, text: ROLE_WORDS[value] })),
          ]}
          value={typed.role}
          {...errorOf(problems, 'role')}
        />
        <SelectField
          id="place"
          name="place"
          label="Where"
          hint="A role of the whole unit, of a borough, or of one ward."
          choices={placeChoices(units)}
          value={typed.place}
          {...errorOf(problems, 'place')}
        />
        <TextField
          id="from"
          name="from"
          label="First day"
          type="date"
          value={typed.from}
          {...errorOf(problems, 'from')}
        />
        <TextField
          id="until"
          name="until"
          label="Last day"
          hint="Leave it empty for a role without an end."
          type="date"
          value={typed.until}
          {...errorOf(problems, 'until')}
        />
        <Button text="Propose it" preventDoubleClick />
      </Form>
    </FormPage>
  );
}

function placeChoices(units: readonly KnownUnit[]) {
  return [
    { value: '', text: 'Choose a place' },
    ...units.flatMap((unit) => [
      { value: unit.name, text: `${unit.name}, the whole unit` },
      ...unit.boroughs.flatMap((borough) => [
        { value: `${unit.name}/${borough.code}`, text: `${borough.name}, the whole borough` },
        ...borough.wards.map((ward) => ({
          value: `${unit.name}/${borough.code}/${ward.code}`,
          text: `${ward.name}, ${borough.name}`,
        })),
      ]),
    ]),
  ];
}
