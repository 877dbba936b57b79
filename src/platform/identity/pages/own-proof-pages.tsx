import { Button } from '../../../ui/button.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf, FormPage, type FormProblem } from '../../../ui/form-page.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { PASSWORD_LENGTH } from '../password-rules.ts';
import type { OfferedAuthenticator } from '../replace-authenticator-service.ts';
import { CodeField } from './code-field.tsx';
import { QrCode } from './qr-code.tsx';

const ABOVE = [{ text: 'Your account', href: '/account' }];

/** Changes one's own password. */
export function PasswordPage({ email, problems }: { email: string; problems: readonly FormProblem[] }) {
  return (
    <FormPage title="Change your password" above={ABOVE} problems={problems} first="present">
      <p class="w-lead">Your sessions elsewhere end with it.</p>
      <Form action="/account/password" class="w-ask" novalidate>
        {/* So that a password manager knows whose it is. */}
        <input type="hidden" name="username" autocomplete="username" value={email} />
        <TextField
          id="present"
          name="present"
          label="Present password"
          type="password"
          autoComplete="current-password"
          {...errorOf(problems, 'present')}
        />
        <TextField
          id="password"
          name="password"
          label="New password"
          hint={`At least ${PASSWORD_LENGTH.least} characters; three or four words that do not belong together are good.`}
          type="password"
          autoComplete="new-password"
          {...errorOf(problems, 'password')}
        />
        <Button text="Change it" preventDoubleClick />
      </Form>
    </FormPage>
  );
}

/** Ten new recovery codes in place of the old ones. */
export function NewRecoveryCodesPage({ problems }: { problems: readonly FormProblem[] }) {
  return (
    <FormPage title="Make new recovery codes" above={ABOVE} problems={problems} first="code">
      <p class="w-lead">You get ten; those you have now end with it.</p>
      <Form action="/account/recovery-codes" class="w-ask" novalidate>
        <CodeField problems={problems} hint="Six digits from your authenticator app, or a recovery code." recovery />
        <Button text="Make them" preventDoubleClick />
      </Form>
    </FormPage>
  );
}

/** Puts another authenticator in the place of the present one. */
export function AuthenticatorPage(given: { offer: OfferedAuthenticator; problems: readonly FormProblem[] }) {
  const { offer, problems } = given;
  return (
    <FormPage title="Replace your authenticator" above={ABOVE} problems={problems} first="present">
      <p class="w-lead">
        For a new device. The present one works until you have confirmed the new one; your recovery codes are made anew.
      </p>
      <QrCode text={offer.address} label="QR code for your new authenticator app; the key below says the same" />
      <p class="w-body">
        Key: <span class="w-secret">{offer.secret}</span>
      </p>
      <Form action="/account/authenticator" class="w-ask" novalidate>
        <input type="hidden" name="sealed" value={offer.sealed} />
        <TextField
          id="present"
          name="present"
          label="Code of your present authenticator"
          hint="Or one of your recovery codes."
          autoComplete="one-time-code"
          characters={20}
          {...errorOf(problems, 'present')}
        />
        <CodeField problems={problems} label="Code of the new one" hint="Six digits; they change every half minute." />
        <Button text="Replace it" preventDoubleClick />
      </Form>
    </FormPage>
  );
}

/** Asks for a code again before something that must not be done at an open desk. */
export function ConfirmPage({ next, problems }: { next: string; problems: readonly FormProblem[] }) {
  return (
    <FormPage title="Confirm that it is you" above={ABOVE} problems={problems} first="code">
      <p class="w-lead">
        What comes next needs a fresh code. It holds for a quarter of an hour. Where your organisation signs you in,
        sign out and in again instead.
      </p>
      <Form action="/account/confirm" class="w-ask" novalidate>
        <input type="hidden" name="next" value={next} />
        <CodeField problems={problems} hint="Six digits from your authenticator app, or a recovery code." recovery />
        <Button text="Go on" />
      </Form>
    </FormPage>
  );
}
