import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf, FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import { type Choice, SelectField } from '../../../ui/select-field.tsx';
import { SummaryList, type SummaryRow } from '../../../ui/summary-list.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';

/** One field that is asked for; its name is its id. */
export interface StepField {
  kind: 'time' | 'text' | 'words' | 'select' | 'date';
  name: string;
  label: string;
  hint?: string;
  choices?: readonly Choice[];
}

/** One line of what was done before: what, by whom, and as it left it. */
export interface StepLine {
  when: string;
  what: string;
  by: string;
  because: string;
}

export interface StepPageModel {
  title: string;
  /** What it is about, as it now stands. */
  facts: readonly SummaryRow[];
  /** The ward's month in the ledger that it is of: the way back there. null where it is of none yet. */
  ledger: { href: string; text: string } | null;
  /** Everything that was done to it, the original first. */
  steps: readonly StepLine[];
  lead: string;
  fields: readonly StepField[];
  typed: Readonly<Record<string, string>>;
  problems: readonly FormProblem[];
  /** Address that takes the form. */
  action: string;
  version: number;
  button: string;
  synthetic: boolean;
  /** Why the reader may not do it: then nothing is asked. null where they may. */
  notYours: string | null;
}

/** A form about one duty or absence: as it stands, what was done before, and what is asked. */
export function StepPage(model: StepPageModel) {
  const { title, facts, ledger, steps, lead, fields, typed, problems, action, version, button, synthetic, notYours } =
    model;
  return (
    <FormPage
      title={title}
      active="/ringfence/team"
      above={[{ text: 'My team', href: '/ringfence/team' }, ...(ledger === null ? [] : [ledger])]}
      problems={problems}
      synthetic={synthetic}
      {...(fields[0] === undefined ? {} : { first: fields[0].name })}
    >
      <SummaryList rows={facts} />
      {notYours === null ? (
        <Form action={action} class="w-ask" novalidate>
          <p class="w-body">{lead}</p>
          <input type="hidden" name="version" value={version} />
          {typed.id === undefined ? null : <input type="hidden" name="id" value={typed.id} />}
          {fields.map((field) => (
            <Asked key={field.name} field={field} value={typed[field.name] ?? ''} problems={problems} />
          ))}
          <Button text={button} preventDoubleClick />
        </Form>
      ) : (
        <p class="w-lead">{notYours}</p>
      )}
      <Before steps={steps} />
    </FormPage>
  );
}

function Asked({ field, value, problems }: { field: StepField; value: string; problems: readonly FormProblem[] }) {
  const { kind, name, label, hint, choices = [] } = field;
  const props = { id: name, name, label, value, ...(hint === undefined ? {} : { hint }), ...errorOf(problems, name) };
  if (kind === 'select') return <SelectField {...props} choices={[...choices]} />;
  if (kind === 'words') return <TextArea {...props} rows={3} />;
  if (kind === 'date') return <TextField {...props} type="date" />;
  return <TextField {...props} autoComplete="off" {...(kind === 'time' ? { characters: 5 } : {})} />;
}

function Before({ steps }: Pick<StepPageModel, 'steps'>) {
  if (steps.length === 0) return null;
  return (
    <DataTable
      caption="What was done before"
      sub="The original first. Nothing of it is ever changed."
      phones="stack"
      columns={[
        { head: 'When', rowHeader: true, cell: ({ when }) => when },
        { head: 'What', full: true, cell: ({ what }) => what },
        { head: 'By', cell: ({ by }) => by },
        { head: 'Because', cell: ({ because }) => because },
      ]}
      rows={[...steps]}
      rowKey={({ when, what }) => `${when} ${what}`}
    />
  );
}
