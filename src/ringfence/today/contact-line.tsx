import type { Contact } from './model.ts';

/** Says where what is recorded goes, when it does not go to the server at once; nothing otherwise. */
export function ContactLine({ contact }: { contact: Contact }) {
  if (contact === 'in touch') return null;
  return contact === 'no network' ? (
    <p class="w-contact">
      <b>No signal.</b> What you record is kept on this phone, and sent when it returns.
    </p>
  ) : (
    <p class="w-contact">
      <b>You are signed out.</b> What you record is kept on this phone until you{' '}
      <a class="govuk-link" href="/sign-in?next=%2Ftoday">
        sign in to send it
      </a>
      .
    </p>
  );
}
