import { Button } from '../../../ui/button.tsx';
import { countWords } from '../../../ui/count-words.ts';
import { Form } from '../../../ui/form.tsx';
import { FormPage } from '../../../ui/form-page.tsx';
import { NotificationBanner } from '../../../ui/notification-banner.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { isHeldNow } from '../is-held-on.ts';
import type { Person, RoleGrant, Session } from '../model.ts';
import { RolesTable, type RoleWords } from './roles-table.tsx';
import { SessionsTable } from './sessions-table.tsx';

export interface AccountPageModel extends RoleWords {
  person: Person;
  grants: readonly RoleGrant[];
  recoveryCodesLeft: number;
  sessions: readonly Session[];
  /** The session of this page. */
  here: string | null;
  /** What was just done; null when nothing was. */
  done: string | null;
}

/** Somebody's own account: who they are to Wardroom, what they may do, where they are signed in. */
export function AccountPage(model: AccountPageModel) {
  const { person, grants, today, done } = model;
  const now = grants.filter((grant) => isHeldNow(grant, today));
  const others = grants.filter((grant) => !isHeldNow(grant, today));
  return (
    <FormPage title="Your account">
      {done === null ? null : <NotificationBanner heading={done} success />}
      <SummaryList
        rows={[
          { key: 'Name', value: person.name },
          { key: 'E-mail address', value: person.email },
          { key: 'Organisation', value: person.organisation ?? 'The police' },
        ]}
      />
      <p class="w-note">An administrator changes these for you.</p>
      <section class="w-section">
        <h2 class="w-h2">Your roles</h2>
        {now.length === 0 ? (
          <p class="w-body">You hold no role today, so you see what is published and no more.</p>
        ) : null}
        {now.length === 0 ? null : <RolesTable caption="Held today" grants={now} {...wordsOf(model)} />}
        {others.length === 0 ? null : (
          <RolesTable caption="Earlier, later and proposed" grants={others} {...wordsOf(model)} />
        )}
        <p class="w-body">
          <a class="govuk-link" href="/permissions">
            What each role may do
          </a>
        </p>
      </section>
      {person.demonstration ? null : <Proofs recoveryCodesLeft={model.recoveryCodesLeft} />}
      <Sessions {...model} />
    </FormPage>
  );
}

const wordsOf = ({ today, placeName, names }: RoleWords): RoleWords => ({ today, placeName, names });

function Proofs({ recoveryCodesLeft }: { recoveryCodesLeft: number }) {
  return (
    <section class="w-section">
      <h2 class="w-h2">How you prove who you are</h2>
      <ul class="w-actions">
        <li>
          <a class="govuk-link" href="/account/password">
            Change your password
          </a>
        </li>
        <li>
          <a class="govuk-link" href="/account/authenticator">
            Replace your authenticator
          </a>
        </li>
        <li>
          <a class="govuk-link" href="/account/recovery-codes">
            Make new recovery codes
          </a>{' '}
          ({countWords(recoveryCodesLeft, 'code')} left)
        </li>
      </ul>
    </section>
  );
}

function Sessions({ sessions, here }: AccountPageModel) {
  return (
    <section class="w-section">
      <h2 class="w-h2">Where you are signed in</h2>
      <SessionsTable
        caption="Your sessions"
        sessions={sessions}
        here={here}
        end={({ id, browser }) => (
          <Form action={id === here ? '/sign-out' : '/account/sessions/end'} class="w-inline">
            <input type="hidden" name="session" value={id} />
            <button type="submit" class="govuk-button govuk-button--secondary">
              {id === here ? 'Sign out' : 'End'}
              <span class="govuk-visually-hidden"> {id === here ? 'here' : `the session of ${browser}`}</span>
            </button>
          </Form>
        )}
      />
      <p class="w-note">
        A session ends after 30 minutes without use, and after 12 hours at the latest. One that you do not know? End it
        and change your password.
      </p>
      {sessions.length < 2 ? null : (
        <Form action="/account/sessions/end-others">
          <Button text="End all the others" secondary />
        </Form>
      )}
    </section>
  );
}
