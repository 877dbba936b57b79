import type { Crumb } from '../../../ui/breadcrumbs.tsx';
import { FormPage } from '../../../ui/form-page.tsx';

export interface RecoveryCodesPageModel {
  codes: readonly string[];
  /** Where to go on, on this server. */
  next: string;
  above?: readonly Crumb[];
}

/** Shown once: they cannot be looked up again, only made anew. */
export function RecoveryCodesPage({ codes, next, above = [] }: RecoveryCodesPageModel) {
  return (
    <FormPage title="Keep your recovery codes" above={above}>
      <p class="w-lead">
        Each signs you in once when your authenticator is not at hand. They are shown only now: print this page or copy
        them to where you keep passwords, apart from the device.
      </p>
      <ol class="w-codes" aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <a href={next} class="govuk-button">
        I have kept them
      </a>
    </FormPage>
  );
}
