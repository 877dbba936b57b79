import { FormPage } from '../../../ui/form-page.tsx';
import type { OfferedProvider } from './sign-in-page.tsx';

/** Signed out here; at their organisation's provider a person may still be signed in. */
export function SignedOutPage({ providers }: { providers: readonly OfferedProvider[] }) {
  return (
    <FormPage title="You are signed out">
      <p class="w-lead">This browser holds nothing of your session any more.</p>
      <ul class="w-body-list">
        <li>
          <a class="govuk-link" href="/sign-in">
            Sign in again
          </a>
        </li>
        {providers.map(({ name, title }) => (
          <li key={name}>
            Signed in with {title}? You still are, there:{' '}
            <a class="govuk-link" href={`/sign-in/openid/${encodeURIComponent(name)}/sign-out`}>
              sign out at {title} too
            </a>
          </li>
        ))}
      </ul>
    </FormPage>
  );
}
