import { FormPage } from '../../../ui/form-page.tsx';
import { moment } from '../../../ui/moment.ts';
import type { NewLink } from '../model.ts';

export interface NewLinkPageModel {
  person: { id: string; name: string };
  /** With the address of this server before its path. */
  address: string;
  link: NewLink;
}

/** A one-time link, shown once. */
export function NewLinkPage({ person, address, link }: NewLinkPageModel) {
  return (
    <FormPage
      title="Hand over this link"
      above={[
        { text: 'People', href: '/people' },
        { text: person.name, href: `/people/${person.id}` },
      ]}
    >
      <p class="w-lead">
        It lets {person.name} choose a password, once, until {moment(link.expiresAt)}. It is shown only now.
      </p>
      <p class="w-panel w-secret">{address}</p>
      <p class="w-body">
        Hand it over in person, or send it by a way only they read: whoever opens it first can use it.
      </p>
      <a href={`/people/${person.id}`} class="govuk-button">
        I have copied it
      </a>
    </FormPage>
  );
}
