import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf, FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import { moment } from '../../../ui/moment.ts';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { LinkPurpose, OpenLink } from '../model.ts';
import { PASSWORD_LENGTH } from '../password-rules.ts';

export interface LinkPageModel {
  /** Path of the link, which takes the form too. */
  path: string;
  link: OpenLink;
  /** As typed, where the link makes the person. */
  typed: { name: string; email: string };
  problems: readonly FormProblem[];
}

const TITLES: Readonly<Record<LinkPurpose, string>> = {
  'first-administrator': 'Become the first administrator',
  invitation: 'Welcome to Wardroom',
  reset: 'Choose a new password',
};
const LEADS: Readonly<Record<LinkPurpose, string>> = {
  'first-administrator':
    'Nobody works with these records yet. You add the others, and until a second person can approve roles you approve them alone; the record says so.',
  invitation: 'Choose a password here. Then you set up a second factor, and you are in.',
  reset: 'Your old password ends with this, and so do your sessions everywhere.',
};

/** What a one-time link leads to. Looking at it changes nothing: scanners of mail look too. */
export function LinkPage({ path, link, typed, problems }: LinkPageModel) {
  const { purpose, person, expiresAt } = link;
  return (
    <FormPage title={TITLES[purpose]} problems={problems} first={person === null ? 'name' : 'password'}>
      <p class="w-lead">{LEADS[purpose]}</p>
      <Form action={path} class="w-ask" novalidate>
        {person === null ? <WhoYouAre typed={typed} problems={problems} /> : <WhoItIs {...person} />}
        <TextField
          id="password"
          name="password"
          label="New password"
          hint={`At least ${PASSWORD_LENGTH.least} characters; three or four words that do not belong together are good.`}
          type="password"
          autoComplete="new-password"
          {...errorOf(problems, 'password')}
        />
        <Button text="Go on" preventDoubleClick />
      </Form>
      <p class="w-note">This link works once, until {moment(expiresAt)}.</p>
    </FormPage>
  );
}

function WhoItIs({ name, email }: { name: string; email: string }) {
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Name', value: name },
          { key: 'E-mail address', value: email },
        ]}
      />
      {/* So that a password manager keeps the two together. */}
      <input type="hidden" name="username" autocomplete="username" value={email} />
    </>
  );
}

function WhoYouAre({ typed, problems }: Pick<LinkPageModel, 'typed' | 'problems'>) {
  return (
    <>
      <TextField
        id="name"
        name="name"
        label="Your name"
        autoComplete="name"
        value={typed.name}
        {...errorOf(problems, 'name')}
      />
      <TextField
        id="email"
        name="email"
        label="Your e-mail address"
        hint="You sign in with it."
        type="email"
        autoComplete="username"
        value={typed.email}
        {...errorOf(problems, 'email')}
      />
    </>
  );
}

/** For a link that is wrong, used or too old; which of these is not said. */
export function LinkGonePage() {
  return (
    <FormPage title="This link does not work">
      <p class="w-lead">It was used already, is too old, or was not copied whole.</p>
      <ul class="w-body-list">
        <li>
          If you used it yourself,{' '}
          <a class="govuk-link" href="/sign-in">
            sign in
          </a>
          .
        </li>
        <li>Otherwise ask an administrator of your command unit for a new one.</li>
        <li>For the very first person: start Wardroom again; it shows a new one.</li>
      </ul>
    </FormPage>
  );
}
