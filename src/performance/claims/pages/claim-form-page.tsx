import { Button } from '../../../ui/button.tsx';
import { type ComparedField, EditComparison } from '../../../ui/edit-comparison.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf, FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { CLAIM_KINDS } from '../model.ts';
import type { Typed } from '../read-claim-form.ts';
import { sayKind } from '../say-kind.ts';
import { claimAddress } from './claims-page.tsx';

export interface ClaimFormModel {
  unit: { name: string; boroughs: string[] };
  /** null for a new claim. */
  id: number | null;
  measures: readonly { name: string; title: string }[];
  typed: Typed;
  /** The version the form answers to. */
  version: number;
  /** What the form began from. */
  seen: Typed;
  /** What somebody else saved meanwhile, beside what was seen and typed; null when nobody did. */
  stored: { fields: readonly ComparedField[]; by: string; at: string } | null;
  problems: readonly FormProblem[];
}

/** Enters a claim, or changes one; where somebody else was faster, both are set side by side. */
export function ClaimFormPage({ id, measures, typed, version, seen, stored, problems }: ClaimFormModel) {
  const title = stored !== null ? 'Somebody changed this first' : id === null ? 'Enter a claim' : 'Change the claim';
  return (
    <FormPage
      title={title}
      active="/performance"
      above={[
        { text: 'Performance', href: '/performance' },
        { text: 'Public claims', href: '/performance/claims' },
        ...(id === null ? [] : [{ text: `Claim ${id}`, href: claimAddress(id) }]),
      ]}
      problems={problems}
      first="words"
    >
      <Form action={id === null ? '/performance/claims/new' : `${claimAddress(id)}/edit`} class="w-ask" novalidate>
        {stored === null ? (
          <>
            <input type="hidden" name="version" value={version} />
            <Fields measures={measures} typed={typed} problems={problems} />
          </>
        ) : (
          <EditComparison
            caption="The claim"
            fields={stored.fields}
            savedBy={stored.by}
            savedAt={stored.at}
            version={version}
          />
        )}
        {Object.entries(seen).map(([name, value]) => (
          <input key={name} type="hidden" name={`seen-${name}`} value={value} />
        ))}
        <Button text={id === null ? 'Enter the claim' : 'Save the change'} preventDoubleClick />
      </Form>
    </FormPage>
  );
}

function Fields({ measures, typed, problems }: Pick<ClaimFormModel, 'measures' | 'typed' | 'problems'>) {
  const field = (id: string) => ({ id, name: id, value: typed[id] ?? '', ...errorOf(problems, id) });
  const choices = measures.map(({ name, title }) => ({ value: name, text: title }));
  return (
    <>
      <TextArea {...field('words')} label="What was claimed" hint="In its own words where they are short." rows={3} />
      <TextField {...field('saidBy')} label="Who said it" hint="An organisation or an office, not a person." />
      <TextField
        {...field('saidOn')}
        label="When"
        hint="Leave it empty where the document bears no date."
        type="date"
        characters={10}
      />
      <TextArea {...field('document')} label="Where" hint="The document, its date and page or paragraph." rows={2} />
      <SelectField
        {...field('kind')}
        label="What kind of claim"
        choices={CLAIM_KINDS.map((kind) => ({ value: kind, text: sayKind(kind) }))}
      />
      <SelectField
        {...field('measure')}
        label="Measure"
        hint="Not for a narrative."
        choices={[{ value: '', text: 'None' }, ...choices]}
      />
      <SelectField
        {...field('of')}
        label="As a share of"
        hint="Only where a share is meant."
        choices={[{ value: '', text: 'Nothing' }, ...choices]}
      />
      <TextField {...field('area')} label="Area" hint="A borough, ward, force or command unit, such as Islington." />
      <TextField
        {...field('period')}
        label="Period"
        hint="Such as 2023-24, rolling12:2024-03 or 2023-04..2024-03."
        characters={20}
      />
      <TextField
        {...field('against')}
        label="Against"
        hint="Such as 2022-23 or baseline:pre-pandemic; empty for the year before."
        characters={20}
      />
      <TextField {...field('printed')} label="Value as printed" hint="Such as -5.7% or over 500." characters={10} />
      <TextField
        {...field('current')}
        label="Count printed beside it"
        hint="Where there was one."
        inputMode="numeric"
        characters={10}
      />
      <TextField {...field('previous')} label="Count before, printed beside it" inputMode="numeric" characters={10} />
      <TextField
        {...field('vintage')}
        label="Vintage it was made on"
        hint="As an import is named; empty where the document does not say."
      />
    </>
  );
}
