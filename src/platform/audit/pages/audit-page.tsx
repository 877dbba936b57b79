import { Button } from '../../../ui/button.tsx';
import { countWords } from '../../../ui/count-words.ts';
import { Details } from '../../../ui/details.tsx';
import { errorOf, FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import { moment } from '../../../ui/moment.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { sentenceCase } from '../../../ui/sentence-case.ts';
import { SummaryList, type SummaryRow } from '../../../ui/summary-list.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { MODULES } from '../../access/model.ts';
import { MODULE_WORDS } from '../../access/require-permission.ts';
import { detailOf, type Names, sayActor, sayDone } from '../say-entry.ts';
import type { FoundEntry } from '../search-store.ts';
import { type AuditTyped, addressOf } from './audit-query.ts';

export interface AuditPageModel {
  typed: AuditTyped;
  reason: string;
  /** People to choose from, by name. */
  people: readonly { id: string; name: string }[];
  /** What was found; null when what was typed could not be looked for. */
  found: { entries: readonly FoundEntry[]; next: number | null } | null;
  /** Whether this is a later page of the search. */
  later: boolean;
  problems: readonly FormProblem[];
}

/** The audit: a search, and what it found. */
export function AuditPage(model: AuditPageModel) {
  const { typed, reason, people, found, problems } = model;
  const names: Names = new Map(people.map(({ id, name }) => [id, name]));
  return (
    <FormPage title="Audit" active="/audit" problems={problems} first="who">
      <p class="w-body">
        Your reason: <b>{reason}</b>.{' '}
        <a class="govuk-link" href="/audit/reason">
          Change it
        </a>
      </p>
      <ul class="w-actions">
        <li>
          <a class="govuk-link" href="/audit/check">
            Check that nothing was rewritten
          </a>
        </li>
      </ul>
      <Search typed={typed} people={people} problems={problems} />
      {found === null ? null : <Found {...model} found={found} names={names} />}
    </FormPage>
  );
}

function Search({ typed, people, problems }: Pick<AuditPageModel, 'typed' | 'people' | 'problems'>) {
  const persons = people.map(({ id, name }) => ({ value: id, text: name }));
  const others = [
    { value: 'cli:', text: 'The command line' },
    { value: 'wardroom', text: 'Wardroom itself' },
    { value: 'visitor', text: 'Somebody not signed in' },
  ];
  const anybody = { value: '', text: 'Anybody' };
  const modules = MODULES.map((module) => ({ value: module, text: sentenceCase(MODULE_WORDS[module]) }));
  return (
    <form action="/audit" method="get" class="w-form" novalidate>
      <SelectField id="who" name="who" label="Who" choices={[anybody, ...others, ...persons]} value={typed.who} />
      <SelectField id="whom" name="whom" label="On whom" choices={[anybody, ...persons]} value={typed.whom} />
      <TextField id="what" name="what" label="What" value={typed.what} characters={20} />
      <SelectField
        id="module"
        name="module"
        label="Part of Wardroom"
        choices={[{ value: '', text: 'Any' }, ...modules]}
        value={typed.module}
      />
      <TextField
        id="from"
        name="from"
        label="First day"
        type="date"
        value={typed.from}
        {...errorOf(problems, 'from')}
      />
      <TextField id="to" name="to" label="Last day" type="date" value={typed.to} {...errorOf(problems, 'to')} />
      <Button text="Search" secondary />
    </form>
  );
}

function Found(given: AuditPageModel & { found: NonNullable<AuditPageModel['found']>; names: Names }) {
  const { typed, found, names, later } = given;
  const { entries, next } = found;
  return (
    <section aria-labelledby="found">
      <h2 class="w-h2" id="found">
        {later ? 'Earlier entries' : 'The latest first'}
      </h2>
      {entries.length === 0 ? (
        <p class="w-body">Nothing fits. Choose more days, or fewer conditions.</p>
      ) : (
        <p class="w-body">
          {countWords(entries.length, 'entry', 'entries')} on this page.{' '}
          <a class="govuk-link" href={addressOf('/audit/entries.csv', typed)}>
            All that fit, as CSV
          </a>
        </p>
      )}
      {entries.length === 0 ? null : (
        <ol class="w-entries">
          {entries.map((entry) => (
            <Entry key={entry.seq} entry={entry} names={names} />
          ))}
        </ol>
      )}
      {next === null ? null : (
        <p class="w-body">
          <a class="govuk-link" href={addressOf('/audit', typed, next)} rel="next">
            Earlier entries
          </a>
        </p>
      )}
    </section>
  );
}

function Entry({ entry, names }: { entry: FoundEntry; names: Names }) {
  const { seq, at, module, actor, role, action, reason, erased } = entry;
  const when = `${moment(new Date(at))} · entry ${seq} · ${module}`;
  if (erased || actor === null || action === null)
    return (
      <li>
        <p>Erased when its time was over. Its place in the chain stands.</p>
        <p class="w-small">{when}</p>
      </li>
    );
  return (
    <li>
      <p>
        <b>{sayActor(actor, names)}</b> {sayDone({ ...entry, actor, action }, names)}
      </p>
      {reason === null ? null : <p>Reason: {reason}</p>}
      <p class="w-small">
        {when}
        {role === null ? '' : ` · as ${role}`}
      </p>
      <Details summary={`Details of entry ${seq}`}>
        <SummaryList rows={detailRows({ ...entry, action }, names)} />
      </Details>
    </li>
  );
}

/** Everything that the entry says besides its words: for who must know exactly, with the ids. */
function detailRows({ action, subject, whom, detail }: FoundEntry & { action: string }, names: Names): SummaryRow[] {
  const said: [string, string | null][] = [
    ['Action', action],
    ['Done to', subject],
    ['On whom', whom === null || whom === subject ? null : whom],
    ...Object.entries(detailOf(detail)).map(([key, value]): [string, string | null] => [
      sentenceCase(key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)),
      sayValue(value),
    ]),
  ];
  return said.flatMap(([key, value]) =>
    value === null ? [] : [{ key, value: <span class="w-secret">{nameAndId(value, names)}</span> }],
  );
}

/** A value of the detail in words; null where it holds nothing. */
function sayValue(value: unknown): string | null {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (value === null || typeof value === 'string') return value;
  return JSON.stringify(value);
}

/** An identity with its name before it: "Ada First (person:3f9c…)". */
function nameAndId(value: string, names: Names): string {
  const name = names.get(value);
  return name === undefined ? value : `${name} (${value})`;
}
