import { compareEdits } from '../../../lib/editing/compare-edits.ts';
import type { Crumb } from '../../../ui/breadcrumbs.tsx';
import { Button } from '../../../ui/button.tsx';
import { EditComparison } from '../../../ui/edit-comparison.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf, FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { type Choice, SelectField } from '../../../ui/select-field.tsx';
import { SummaryList, type SummaryRow } from '../../../ui/summary-list.tsx';
import { TextField } from '../../../ui/text-field.tsx';

/** One field that is asked for; its name is its id. */
export interface AskField {
  kind: 'text' | 'date' | 'time' | 'number' | 'select';
  name: string;
  label: string;
  hint?: string;
  choices?: Choice[];
}

/** What is asked, and about what. */
export interface Asking {
  title: string;
  above: readonly Crumb[];
  lead?: string;
  facts: readonly SummaryRow[];
  fields: readonly AskField[];
  button: string;
}

type Values = Readonly<Record<string, string>>;

export interface AskPageModel extends Asking {
  /** Address that takes the form. */
  action: string;
  typed: Values;
  problems: readonly FormProblem[];
  /** What the form began from, for a record that people edit; null for a new one. */
  seen: { version: number; values: Values } | null;
  /** The record as somebody else saved it meanwhile; null when nobody did. */
  stored: { version: number; values: Values } | null;
  /** Whether the record is made up. */
  synthetic: boolean;
}

/** A form about one record of the book: what it is about, what is asked, and where somebody else was faster, both. */
export function AskPage({ action, typed, problems, seen, stored, synthetic, ...asking }: AskPageModel) {
  const { title, above, lead, facts, fields, button } = asking;
  return (
    <FormPage
      title={stored === null ? title : 'Somebody changed this first'}
      active="/organisation"
      above={[{ text: 'Workforce', href: '/organisation' }, ...above]}
      problems={problems}
      synthetic={synthetic}
      {...(fields[0] === undefined ? {} : { first: fields[0].name })}
    >
      {lead === undefined ? null : <p class="w-lead">{lead}</p>}
      {facts.length === 0 ? null : <SummaryList rows={facts} />}
      <Form action={action} class={stored === null ? 'w-ask' : ''} novalidate={stored === null}>
        {stored === null || seen === null ? (
          <>
            {seen === null ? null : <input type="hidden" name="version" value={seen.version} />}
            {fields.map((field) => (
              <Asked key={field.name} field={field} value={typed[field.name] ?? ''} problems={problems} />
            ))}
          </>
        ) : (
          <EditComparison
            caption={title}
            fields={compared(fields, seen.values, stored.values, typed)}
            savedBy="somebody else"
            savedAt={null}
            version={stored.version}
          />
        )}
        {Object.entries((stored ?? seen)?.values ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={`seen-${name}`} value={value} />
        ))}
        <Button text={button} preventDoubleClick />
      </Form>
    </FormPage>
  );
}

function Asked({ field, value, problems }: { field: AskField; value: string; problems: readonly FormProblem[] }) {
  const { kind, name, label, hint, choices = [] } = field;
  const props = { id: name, name, label, value, ...(hint === undefined ? {} : { hint }), ...errorOf(problems, name) };
  if (kind === 'select') return <SelectField {...props} choices={choices} />;
  if (kind === 'number') return <NumberField {...props} decimals characters={5} />;
  if (kind === 'date') return <TextField {...props} type="date" />;
  return <TextField {...props} autoComplete="off" {...(kind === 'time' ? { characters: 5 } : {})} />;
}

function compared(fields: readonly AskField[], seen: Values, stored: Values, typed: Values) {
  const only = (values: Values) => Object.fromEntries(fields.map(({ name }) => [name, values[name] ?? '']));
  return compareEdits({ seen: only(seen), stored: only(stored), yours: only(typed) }).map(({ field, kind }) => ({
    name: field,
    label: fields.find(({ name }) => name === field)?.label ?? field,
    kind,
    seen: seen[field] ?? '',
    stored: stored[field] ?? '',
    yours: typed[field] ?? '',
  }));
}
