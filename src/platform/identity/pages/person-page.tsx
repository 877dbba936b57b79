import { FormPage } from '../../../ui/form-page.tsx';
import { moment } from '../../../ui/moment.ts';
import { NotificationBanner } from '../../../ui/notification-banner.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import type { Person, RoleGrant, Session } from '../model.ts';
import { RolesTable, type RoleWords } from './roles-table.tsx';
import { STATE_WORDS } from './says.ts';
import { SessionsTable } from './sessions-table.tsx';

export interface PersonPageModel extends RoleWords {
  person: Person;
  grants: readonly RoleGrant[];
  sessions: readonly Session[];
  lastSeen: Date | null;
  /** What was just done; null when nothing was. */
  done: string | null;
  /** Whether the reader may change people. */
  mayChange: boolean;
}

/** One of the people: who they are, what they may do and who said so, where they are signed in. */
export function PersonPage(model: PersonPageModel) {
  const { person, done, lastSeen, mayChange } = model;
  const rows = [
    { key: 'E-mail address', value: person.email },
    { key: 'Organisation', value: person.organisation ?? 'The police' },
    { key: 'State', value: STATE_WORDS[person.state] },
    { key: 'Added', value: moment(person.createdAt) },
    { key: 'Last seen', value: lastSeen === null ? 'Never' : moment(lastSeen) },
    ...(person.firstAdministrator
      ? [{ key: 'First administrator', value: 'Approved roles alone until a second person could.' }]
      : []),
    { key: 'On record as', value: <span class="w-secret">{person.id}</span> },
  ];
  return (
    <FormPage title={person.name} above={[{ text: 'People', href: '/people' }]}>
      {done === null ? null : <NotificationBanner heading={done} success />}
      <SummaryList rows={rows} />
      {mayChange && !person.demonstration ? <Actions {...person} /> : null}
      <Roles {...model} />
      <Sessions {...model} />
    </FormPage>
  );
}

function Actions({ id, state }: Person) {
  return (
    <ul class="w-actions">
      <li>
        <a class="govuk-link" href={`/people/${id}/edit`}>
          Change details
        </a>
      </li>
      <li>
        <a class="govuk-link" href={`/people/${id}/link`}>
          {state === 'disabled' ? 'Let them in again, by a one-time link' : 'Make a one-time link'}
        </a>
      </li>
      {state === 'disabled' ? null : (
        <li>
          <a class="govuk-link" href={`/people/${id}/disable`}>
            Disable
          </a>
        </li>
      )}
    </ul>
  );
}

function Roles({ person, grants, today, placeName, names, mayChange }: PersonPageModel) {
  return (
    <section class="w-section">
      <h2 class="w-h2">Roles</h2>
      {grants.length === 0 ? <p class="w-body">None yet.</p> : null}
      {grants.length === 0 ? null : (
        <RolesTable
          caption="Every role, the latest first"
          grants={grants}
          {...{ today, placeName, names }}
          {...(mayChange ? { action: roleAction } : {})}
        />
      )}
      {mayChange && person.state !== 'disabled' ? (
        <p class="w-body">
          <a class="govuk-link" href={`/people/${person.id}/role`}>
            Propose a role
          </a>
        </p>
      ) : null}
    </section>
  );
}

function roleAction({ id, state }: RoleGrant) {
  if (state === 'approved')
    return (
      <a class="govuk-link" href={`/people/roles/${id}/end`}>
        End this role
      </a>
    );
  return state === 'proposed' ? (
    <a class="govuk-link" href="/people/approvals">
      Approve or decline
    </a>
  ) : null;
}

function Sessions({ person, sessions, mayChange }: PersonPageModel) {
  return (
    <section class="w-section">
      <h2 class="w-h2">Where they are signed in</h2>
      {sessions.length === 0 ? <p class="w-body">Nowhere at the moment.</p> : null}
      {sessions.length === 0 ? null : (
        <SessionsTable
          caption={`Sessions of ${person.name}`}
          sessions={sessions}
          here={null}
          end={({ id, browser }) =>
            mayChange ? (
              <a class="govuk-link" href={`/people/${person.id}/sessions/${id}/end`}>
                End it<span class="govuk-visually-hidden">: {browser}</span>
              </a>
            ) : null
          }
        />
      )}
    </section>
  );
}
