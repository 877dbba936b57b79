import { Button } from '../../../ui/button.tsx';
import { FileField } from '../../../ui/file-field.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf, FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { besideAddress, PILOTS } from '../../pages/addresses.ts';

export interface CharterFormModel {
  /** null for a new charter. */
  name: string | null;
  /** Whether a change is an amendment, which needs a reason. */
  amends: boolean;
  /** Hash of the wording the form began from; empty for a new charter. */
  seen: string;
  synthetic: boolean;
  problems: readonly FormProblem[];
  typed: Readonly<Record<string, string>>;
}

/** Enters a charter by its file or as text, changes a draft, or amends what was signed. */
export function CharterFormPage({ name, amends, seen, synthetic, problems, typed }: CharterFormModel) {
  const title = name === null ? 'Enter a charter' : amends ? 'Amend the charter' : 'Change the charter';
  // What is wrong inside the charter is about its text; each sentence names the field it is about.
  const listed = problems.map(({ field, sentence }) => ({ field: field === 'because' ? field : 'charter', sentence }));
  const inside = listed.filter(({ field }) => field === 'charter').map(({ sentence }) => sentence);
  return (
    <FormPage
      title={title}
      active={PILOTS}
      above={[
        { text: 'Pilots', href: PILOTS },
        ...(name === null ? [] : [{ text: name, href: besideAddress(name, 'charter') }]),
      ]}
      problems={listed}
      first="charter"
      synthetic={synthetic}
    >
      <p class="w-body">
        A charter is a file of JSON.{' '}
        <a class="govuk-link" href={`${PILOTS}/charter.schema.json`}>
          Its schema
        </a>{' '}
        names every field; an editor that knows the schema helps with writing it.
      </p>
      <Form
        action={name === null ? `${PILOTS}/new` : `${besideAddress(name, 'charter')}/edit`}
        class="w-ask"
        files
        novalidate
      >
        <input type="hidden" name="seen" value={seen} />
        <FileField
          id="file"
          name="file"
          label="The file"
          hint="Or paste what it says below."
          accept=".json,application/json"
        />
        <TextArea
          id="charter"
          name="charter"
          label="The charter as text"
          hint="Not needed where a file is chosen: the file counts."
          rows={24}
          code
          value={typed.charter ?? ''}
          {...(inside.length === 0 ? {} : { error: inside.join(' ') })}
        />
        {amends ? (
          <TextArea
            id="because"
            name="because"
            label="Why it is amended"
            hint="Every page of results shows it. Whoever was to sign signs the amendment too; until all have, the charter holds as it was."
            rows={3}
            value={typed.because ?? ''}
            {...errorOf(problems, 'because')}
          />
        ) : null}
        <Button
          text={name === null ? 'Enter it as a draft' : amends ? 'Amend it' : 'Save the draft'}
          preventDoubleClick
        />
      </Form>
    </FormPage>
  );
}
