import { countWords } from '../../ui/count-words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { FormPage } from '../../ui/form-page.tsx';
import { moment } from '../../ui/moment.ts';
import { NotificationBanner } from '../../ui/notification-banner.tsx';
import { Tag } from '../../ui/tag.tsx';

/** A phone of the team. */
export interface PhoneLine {
  id: string;
  name: string;
  browser: string;
  lastAt: Date;
  waiting: number;
  revokedAt: Date | null;
  erasedAt: Date | null;
  /** What may never come from it, in a sentence; null where nothing is in doubt. */
  mayBeLost: string | null;
}

export interface PhonesPageModel {
  phones: readonly PhoneLine[];
  /** Whether one was revoked just now. */
  revoked: boolean;
  synthetic: boolean;
}

/** Every phone of the team that may hold records: when it was last in touch, what waits, and what may be lost. */
export function PhonesPage({ phones, revoked, synthetic }: PhonesPageModel) {
  const lost = phones.filter(({ mayBeLost }) => mayBeLost !== null).length;
  return (
    <FormPage
      title="Phones of the team"
      active="/ringfence/team"
      above={[{ text: 'My team', href: '/ringfence/team' }]}
      synthetic={synthetic}
    >
      {revoked ? (
        <NotificationBanner success heading="The phone is revoked.">
          <p class="w-body">At its next contact it sends what it holds, which is held for you, and erases it.</p>
        </NotificationBanner>
      ) : null}
      <p class="w-answer">
        <b>{lost === 0 ? 'Nothing is in doubt.' : `${countWords(lost, 'phone')} may hold what never comes.`}</b> A phone
        without signal keeps what its officer recorded, sealed to it, and sends it later. It holds today’s own duty and
        nothing else; where a phone is, nobody knows.
      </p>
      {phones.length === 0 ? (
        <p class="w-body">No phone of your team has been in touch yet.</p>
      ) : (
        <DataTable
          caption={countWords(phones.length, 'phone')}
          sub="The latest in touch first."
          phones="stack"
          columns={[
            {
              head: 'Whose',
              rowHeader: true,
              cell: ({ name, browser }) => (
                <>
                  <b class="w-line">{name === '' ? 'An officer whose name is not shown' : name}</b>
                  {browser === '' ? null : <span class="w-line w-small">{browser}</span>}
                </>
              ),
            },
            { head: 'Last in touch', cell: ({ lastAt }) => moment(lastAt) },
            { head: 'Waiting then', number: true, cell: ({ waiting }) => waiting },
            { head: 'What is known', full: true, cell: (phone) => <Known phone={phone} /> },
            {
              head: 'Revoke',
              full: true,
              cell: ({ id, name, revokedAt }) =>
                revokedAt === null ? (
                  <a class="govuk-link" href={`/ringfence/phones/${id}/revoke`}>
                    Revoke<span class="govuk-visually-hidden"> the phone of {name}</span>
                  </a>
                ) : null,
            },
          ]}
          rows={[...phones]}
          rowKey={({ id }) => id}
        />
      )}
    </FormPage>
  );
}

function Known({ phone: { revokedAt, erasedAt, mayBeLost } }: { phone: PhoneLine }) {
  return (
    <>
      {revokedAt === null ? null : (
        <span class="w-line">
          <Tag text="Revoked" weight="clear" />{' '}
          {erasedAt === null ? 'It has not said yet that it erased what it held.' : `Erased ${moment(erasedAt)}.`}
        </span>
      )}
      {mayBeLost === null ? null : <span class="w-line">{mayBeLost}</span>}
    </>
  );
}
