import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf, FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { Role } from '../../access/model.ts';
import { ROLE_TASKS } from './role-tasks.ts';

/** A provider as people are offered it. */
export interface OfferedProvider {
  name: string;
  title: string;
}

/** A made-up person as visitors are offered them. */
export interface MadeUpPerson {
  person: string;
  role: Role;
  /** What the button says. */
  title: string;
}

export interface SignInPageModel {
  /** Where to go on afterwards, on this server. */
  next: string;
  /** As typed; a password is never shown again. */
  email: string;
  problems: readonly FormProblem[];
  providers: readonly OfferedProvider[];
  /** Of the demonstration; none where it is off. */
  madeUp: readonly MadeUpPerson[];
}

/** The way in: an address and a password, an organisation's own sign-in, or a made-up person of the demonstration. */
export function SignInPage(model: SignInPageModel) {
  const { providers, madeUp, problems } = model;
  return (
    <FormPage title="Sign in" problems={problems} first={madeUp.length > 0 ? 'demonstration' : 'email'}>
      {madeUp.length > 0 ? <Demonstration people={madeUp} next={model.next} /> : null}
      {providers.length === 0 ? null : <Providers providers={providers} next={model.next} />}
      <Password {...model} />
      <p class="w-note">
        Published figures need no account:{' '}
        <a class="govuk-link" href="/">
          the command unit’s page
        </a>
        . Who may see what besides:{' '}
        <a class="govuk-link" href="/permissions">
          what each role may do
        </a>
        .
      </p>
    </FormPage>
  );
}

function Password({ next, email, problems, providers, madeUp }: SignInPageModel) {
  const others = providers.length > 0 || madeUp.length > 0;
  return (
    <Form action="/sign-in" class="w-ask" novalidate>
      {others ? <h2 class="w-h2">With an e-mail address and a password</h2> : null}
      <input type="hidden" name="next" value={next} />
      <TextField
        id="email"
        name="email"
        label="E-mail address"
        type="email"
        autoComplete="username"
        value={email}
        {...errorOf(problems, 'email')}
      />
      <TextField
        id="password"
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        {...errorOf(problems, 'password')}
      />
      <Button text="Sign in" />
      <p class="w-body">Forgotten it? Ask an administrator of your command unit for a one-time link.</p>
    </Form>
  );
}

/** Links and not forms: a form of ours may lead to no other site. */
function Providers({ providers, next }: { providers: readonly OfferedProvider[]; next: string }) {
  return (
    <section>
      <h2 class="w-h2">With your organisation’s account</h2>
      <ul class="w-actions">
        {providers.map(({ name, title }) => (
          <li key={name}>
            <a
              class="govuk-button govuk-button--secondary"
              href={`/sign-in/openid/${encodeURIComponent(name)}?next=${encodeURIComponent(next)}`}
            >
              Sign in with {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Demonstration({ people, next }: { people: readonly MadeUpPerson[]; next: string }) {
  return (
    <section id="demonstration" tabIndex={-1}>
      <h2 class="w-h2">Try Wardroom as…</h2>
      <p class="w-body">
        This is a demonstration: one press signs you in as a made-up person. Nothing you do here is about anybody real.
      </p>
      <ul class="w-roles">
        {people.map((one) => (
          <OnePress key={one.person} {...one} next={next} />
        ))}
      </ul>
    </section>
  );
}

function OnePress({ person, role, title, next }: MadeUpPerson & { next: string }) {
  return (
    <li>
      <Form action="/sign-in/demonstration">
        <input type="hidden" name="next" value={next} />
        <Button text={title} name="person" value={person} secondary />
      </Form>
      <span>{ROLE_TASKS[role]}</span>
    </li>
  );
}
