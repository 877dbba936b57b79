import type { EditKind } from '../lib/editing/compare-edits.ts';
import { type Column, DataTable } from './data-table.tsx';
import { sayEdits, sayKept } from './say-edits.ts';

/** One field of the form, three times over, each as the form's text of it. */
export interface ComparedField {
  /** Name of the form's field. */
  name: string;
  label: string;
  kind: EditKind;
  seen: string;
  stored: string;
  yours: string;
}

export interface EditComparisonProps {
  /** What is edited: "The problem at Bunhill Row". */
  caption: string;
  /** Every field of the form, in its order. */
  fields: readonly ComparedField[];
  /** Who saved it first, and when: "Ana Cole", "14:02 on 1 March 2026". */
  savedBy: string;
  /** null where it is not kept. */
  savedAt: string | null;
  /** The version that is stored now: what the form now answers to. */
  version: number;
}

/**
 * What an editor sees whose record somebody else saved first, inside the form they sent: each field as it was, as it is
 * now and as they entered it. The form sends the same fields as before, with the version that is stored now, so that the
 * same handler takes it; where both changed a field, the choice is the field. Nothing is chosen for anybody: a browser
 * asks for what is missing, without script, and a field that is missing all the same is refused by the form's own rules.
 */
export function EditComparison({ caption, fields, savedBy, savedAt, version }: EditComparisonProps) {
  const columns: Column<ComparedField>[] = [
    { head: 'Field', rowHeader: true, cell: ({ label }) => label },
    { head: 'When you opened it', cell: ({ seen }) => <Lines text={seen} /> },
    {
      head: `Now, saved by ${savedBy}${savedAt === null ? '' : ` at ${savedAt}`}`,
      cell: ({ stored }) => <Lines text={stored} />,
    },
    { head: 'What you entered', cell: ({ yours }) => <Lines text={yours} /> },
    { head: 'What to keep', full: true, cell: (field) => <Kept field={field} savedBy={savedBy} /> },
  ];
  return (
    <>
      <p class="w-lead">{sayEdits(fields, savedBy)}</p>
      <input type="hidden" name="version" value={version} />
      {fields
        .filter(({ kind }) => kind !== 'conflict')
        .map(({ name, kind, stored, yours }) => (
          <input key={name} type="hidden" name={name} value={kind === 'only-yours' ? yours : stored} />
        ))}
      <DataTable
        caption={caption}
        columns={columns}
        rows={fields.filter(({ kind }) => kind !== 'unchanged')}
        rowKey={({ name }) => name}
        phones="stack"
      />
    </>
  );
}

function Kept({ field, savedBy }: { field: ComparedField; savedBy: string }) {
  const { name, label, kind, stored, yours } = field;
  if (kind !== 'conflict') return <>{sayKept(kind)}</>;
  const choices = [
    { id: `${name}-theirs`, value: stored, text: `What ${savedBy} saved` },
    { id: `${name}-yours`, value: yours, text: 'What you entered' },
  ];
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-visually-hidden">{label}: what to keep</legend>
      <div class="govuk-radios govuk-radios--small">
        {choices.map(({ id, value, text }) => (
          <div key={id} class="govuk-radios__item">
            <input class="govuk-radios__input" type="radio" id={id} name={name} value={value} required />
            <label class="govuk-label govuk-radios__label" for={id}>
              {text}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** A text with its line ends, or the word for none. */
function Lines({ text }: { text: string }) {
  if (text === '') return <span class="w-sub">nothing</span>;
  return (
    <span>
      {text.split(/\r?\n/).map((line, index) => (
        <>
          {index === 0 ? null : <br />}
          {line}
        </>
      ))}
    </span>
  );
}
