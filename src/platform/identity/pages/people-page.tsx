import { Button } from '../../../ui/button.tsx';
import { countWords } from '../../../ui/count-words.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { FormPage } from '../../../ui/form-page.tsx';
import { moment } from '../../../ui/moment.ts';
import { SelectField } from '../../../ui/select-field.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { ROLES } from '../../access/model.ts';
import type { Person, RoleGrant } from '../model.ts';
import { type PlaceName, ROLE_WORDS } from '../role-words.ts';
import { STATE_WORDS, sayGrant } from './says.ts';

/** One of the people, as listed. */
export interface ListedPerson {
  person: Person;
  /** Roles held today. */
  held: readonly RoleGrant[];
  lastSeen: Date | null;
}

export interface PeoplePageModel {
  people: readonly ListedPerson[];
  /** How many there are in all. */
  total: number;
  filter: PeopleFilter;
  waiting: number;
  mayAdd: boolean;
  placeName: PlaceName;
}

/** Which of the people are shown; empty texts show all. No name is ever part of an address. */
export interface PeopleFilter {
  state: string;
  role: string;
}

/** Everybody who works with Wardroom. */
export function PeoplePage({ people, total, filter, waiting, mayAdd, placeName }: PeoplePageModel) {
  return (
    <FormPage title="People" active="/people">
      <p class="w-answer">
        <b>{countWords(total, 'person', 'people')}</b> {total === 1 ? 'has' : 'have'} an account.{' '}
        {waiting === 0 ? 'No role waits for a second person.' : null}
        {waiting === 0 ? null : (
          <a class="govuk-link" href="/people/approvals">
            {countWords(waiting, 'role')} {waiting === 1 ? 'waits' : 'wait'} for a second person.
          </a>
        )}
      </p>
      <ul class="w-actions">
        {mayAdd ? (
          <li>
            <a class="govuk-link" href="/people/add">
              Add a person
            </a>
          </li>
        ) : null}
        <li>
          <a class="govuk-link" href="/people/approvals">
            Roles that wait
          </a>
        </li>
        <li>
          <a class="govuk-link" href="/people/roles-on">
            Who held which role on a day
          </a>
        </li>
        <li>
          <a class="govuk-link" href="/permissions">
            What each role may do
          </a>
        </li>
      </ul>
      <Filter {...filter} />
      {people.length === 0 ? <p class="w-body">Nobody fits: choose fewer conditions.</p> : null}
      {people.length === 0 ? null : <PeopleTable people={people} placeName={placeName} />}
    </FormPage>
  );
}

function Filter({ state, role }: PeopleFilter) {
  const states = Object.entries(STATE_WORDS).map(([value, text]) => ({ value, text }));
  const roles = ROLES.map((value) => ({ value, text: ROLE_WORDS[value] }));
  return (
    <form action="/people" method="get" class="w-form">
      <SelectField
        id="state"
        name="state"
        label="State"
        choices={[{ value: '', text: 'Any' }, ...states]}
        value={state}
      />
      <SelectField
        id="role"
        name="role"
        label="Holds today"
        choices={[{ value: '', text: 'Any role or none' }, ...roles]}
        value={role}
      />
      <Button text="Show" secondary />
    </form>
  );
}

function PeopleTable({ people, placeName }: Pick<PeoplePageModel, 'people' | 'placeName'>) {
  return (
    <DataTable
      caption="People, by name"
      rows={[...people]}
      rowKey={({ person }) => person.id}
      phones="stack"
      columns={[
        {
          head: 'Name',
          rowHeader: true,
          cell: ({ person }) => (
            <a class="govuk-link" href={`/people/${person.id}`}>
              {person.name}
            </a>
          ),
        },
        { head: 'Organisation', cell: ({ person }) => person.organisation ?? 'The police' },
        { head: 'State', cell: ({ person }) => <Tag text={STATE_WORDS[person.state]} /> },
        {
          head: 'Roles today',
          cell: ({ held }) => (held.length === 0 ? 'None' : held.map((grant) => sayGrant(grant, placeName)).join('; ')),
        },
        { head: 'Last seen', cell: ({ lastSeen }) => (lastSeen === null ? 'Never' : moment(lastSeen)) },
      ]}
    />
  );
}
