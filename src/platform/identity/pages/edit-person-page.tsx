import { compareEdits } from '../../../lib/editing/compare-edits.ts';
import { Button } from '../../../ui/button.tsx';
import { type ComparedField, EditComparison } from '../../../ui/edit-comparison.tsx';
import { Form } from '../../../ui/form.tsx';
import { FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import type { Person } from '../model.ts';
import { PersonFields, type PersonTyped } from './person-fields.tsx';

export interface EditPersonPageModel {
  person: Person;
  typed: PersonTyped;
  /** The details that the form began from, with their version. */
  seen: PersonTyped & { version: number };
  problems: readonly FormProblem[];
  /** The details as somebody else saved them meanwhile; null when nobody did. */
  stored: (PersonTyped & { version: number }) | null;
}

const LABELS: Readonly<Record<keyof PersonTyped, string>> = {
  name: 'Name',
  email: 'E-mail address',
  organisation: 'Organisation',
};

/** Changes a person's details; where somebody else changed them first, both are set side by side. */
export function EditPersonPage({ person, typed, seen, problems, stored }: EditPersonPageModel) {
  return (
    <FormPage
      title={stored === null ? `Change the details of ${person.name}` : 'Somebody changed this first'}
      above={[
        { text: 'People', href: '/people' },
        { text: person.name, href: `/people/${person.id}` },
      ]}
      problems={problems}
      first="name"
    >
      <Form action={`/people/${person.id}/edit`} class={stored === null ? 'w-ask' : ''} novalidate={stored === null}>
        {stored === null ? (
          <>
            <input type="hidden" name="version" value={seen.version} />
            <PersonFields typed={typed} problems={problems} />
            <Seen {...seen} />
          </>
        ) : (
          <>
            <EditComparison
              caption={`The details of ${person.name}`}
              fields={comparedFields(seen, stored, typed)}
              savedBy="Another administrator"
              savedAt={null}
              version={stored.version}
            />
            <Seen {...stored} />
          </>
        )}
        <Button text="Save" preventDoubleClick />
      </Form>
    </FormPage>
  );
}

/** What the form began from travels with it, to be compared with what is stored then. */
function Seen(seen: PersonTyped) {
  return (
    <>
      {Object.keys(LABELS).map((field) => (
        <input key={field} type="hidden" name={`seen-${field}`} value={seen[field as keyof PersonTyped]} />
      ))}
    </>
  );
}

function comparedFields(seen: PersonTyped, stored: PersonTyped, typed: PersonTyped): ComparedField[] {
  const only = ({ name, email, organisation }: PersonTyped) => ({ name, email, organisation });
  return compareEdits({ seen: only(seen), stored: only(stored), yours: only(typed) }).map(({ field, kind }) => ({
    name: field,
    label: LABELS[field],
    kind,
    seen: seen[field],
    stored: stored[field],
    yours: typed[field],
  }));
}
