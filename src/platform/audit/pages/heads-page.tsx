import { DataTable } from '../../../ui/data-table.tsx';
import { FormPage } from '../../../ui/form-page.tsx';
import { moment } from '../../../ui/moment.ts';
import { wholeNumber } from '../../../ui/whole-number.ts';

/** A head that can be taken away. */
export interface ListedHead {
  name: string;
  seq: number;
  at: Date;
}

export interface HeadsPageModel {
  /** The latest first. */
  heads: readonly ListedHead[];
  /** SHA-256 of the public key in DER, 64 hex digits; null before there is one. */
  fingerprint: string | null;
}

/** What anyone may take who wants to prove later that the audit was not rewritten. */
export function HeadsPage({ heads, fingerprint }: HeadsPageModel) {
  return (
    <FormPage title="Heads of the audit">
      <p class="w-lead">
        Wardroom writes down who did what in a chain, in which every entry seals the one before it. A <b>head</b> is a
        signed line that says where the chain stood at a moment.
      </p>
      <p class="w-body">
        Whoever keeps one can prove later that nothing before it was changed, even by the people who run Wardroom. It
        tells nothing of what the entries say, so anyone may take it: a council needs to ask nobody here.
      </p>
      <Latest heads={heads} />
      <ByThemselves fingerprint={fingerprint} />
      <ByOpenssl />
      <ByWardroom />
    </FormPage>
  );
}

/** Heads with their files, or that there is none yet. */
export function HeadsTable({ heads }: { heads: readonly ListedHead[] }) {
  if (heads.length === 0) return <p class="w-body">None was made yet.</p>;
  return (
    <DataTable
      caption="The latest heads"
      rows={[...heads]}
      rowKey={({ name }) => name}
      phones="stack"
      columns={[
        { head: 'Made', rowHeader: true, cell: ({ at }) => moment(at) },
        { head: 'Up to entry', number: true, cell: ({ seq }) => wholeNumber(seq) },
        {
          head: 'File',
          full: true,
          cell: ({ name }) => (
            <a class="govuk-link w-secret" href={`/audit/heads/${name}`}>
              {name}
            </a>
          ),
        },
      ]}
    />
  );
}

function Latest({ heads }: Pick<HeadsPageModel, 'heads'>) {
  return (
    <section class="w-section">
      <h2 class="w-h2">Take one</h2>
      <HeadsTable heads={heads} />
      <p class="w-body">
        One is made every hour, kept a week, and one every day, kept for ever. For a script:{' '}
        <a class="govuk-link" href="/audit/heads/latest.json">
          the latest
        </a>{' '}
        and{' '}
        <a class="govuk-link" href="/audit/heads.json">
          the list
        </a>
        , as JSON.
      </p>
    </section>
  );
}

function ByThemselves({ fingerprint }: Pick<HeadsPageModel, 'fingerprint'>) {
  return (
    <section class="w-section">
      <h2 class="w-h2">What a council keeps</h2>
      <ol class="w-body-list">
        <li>
          Once: the{' '}
          <a class="govuk-link" href="/audit/key.pem">
            public key
          </a>
          . Have its fingerprint read out to you by somebody you know there, and keep it where nobody here can change
          it.
        </li>
        <li>Every month, or whenever you like: the latest head.</li>
      </ol>
      {fingerprint === null ? (
        <p class="w-body">There is no key yet: it is made with the first head.</p>
      ) : (
        <p class="w-body">
          Fingerprint of the key, SHA-256: <span class="w-secret">{fingerprint}</span>
        </p>
      )}
    </section>
  );
}

/** What a council types to check a head with what every system has; a page shows two spaces as one, so none stands there. */
export const OPENSSL_LINES: readonly string[] = [
  `openssl pkey -pubin -in public.pem -outform DER | openssl dgst -sha256`,
  `sed -n 's/^ *"text": "\\(.*\\)",$/\\1/p' head.json | tr -d '\\n' > head.txt`,
  `sed -n 's/^ *"signature": "\\(.*\\)"$/\\1/p' head.json | openssl base64 -d -A > head.sig`,
  'openssl pkeyutl -verify -pubin -inkey public.pem -rawin -in head.txt -sigfile head.sig',
];

function ByOpenssl() {
  return (
    <section class="w-section">
      <h2 class="w-h2">Check a head with openssl alone</h2>
      <p class="w-body">
        The first line says the fingerprint of your key. The last says that the signature fits: then the head is one
        that this Wardroom made, and <code>head.txt</code> says when, and up to which entry.
      </p>
      {OPENSSL_LINES.map((line) => (
        <p key={line} class="w-panel w-secret">
          {line}
        </p>
      ))}
    </section>
  );
}

function ByWardroom() {
  return (
    <section class="w-section">
      <h2 class="w-h2">Check the audit against your head</h2>
      <p class="w-body">
        Ask for this to be run at the records, with your own copies of head and key, and watch. It says whether every
        entry up to your head is as it was.
      </p>
      <p class="w-panel w-secret">wardroom audit verify --head head.json --key public.pem</p>
      <p class="w-body">
        With <code>--signature-only</code> anyone who has Wardroom checks the signature of a head, without the records.
      </p>
    </section>
  );
}
