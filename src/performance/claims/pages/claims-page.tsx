import { Button } from '../../../ui/button.tsx';
import { countWords } from '../../../ui/count-words.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Form } from '../../../ui/form.tsx';
import { Page } from '../../../ui/layout.tsx';
import { longDate } from '../../../ui/long-date.ts';
import { SyntheticMark } from '../../../ui/synthetic-mark.tsx';
import { Tag } from '../../../ui/tag.tsx';
import type { CheckedClaim, ClaimContent, ClaimState } from '../model.ts';
import { sayState } from '../say-figures.ts';

/** A claim of the register as it is listed. */
export interface ListedClaim extends CheckedClaim {
  id: number;
  claim: ClaimContent & { synthetic: boolean };
  inPublic: boolean;
  /** Whether a wording of it waits for approval by a second person; known to who reads performance. */
  waits: boolean;
  /** Whether it stands otherwise than when it was noted last. */
  changed: boolean;
  /** Day since which it was noted to stand so, "2026-03-10"; null where it was not noted yet. */
  since: string | null;
}

export interface ClaimsPageModel {
  unit: { name: string; boroughs: string[] };
  claims: readonly ListedClaim[];
  isStaff: boolean;
  mayWrite: boolean;
}

/** The register of public claims: what was said, and whether the figures bear it out. */
export function ClaimsPage({ unit, claims, isStaff, mayWrite }: ClaimsPageModel) {
  const borne = claims.filter(({ finding }) => finding.state === 'supported').length;
  const synthetic = claims.some(({ claim, figures }) => claim.synthetic || figures?.synthetic === true);
  const documents = [...new Set(claims.map(({ claim }) => claim.document))];
  return (
    <Page
      title="Public claims"
      active="/performance"
      unit={unit}
      synthetic={synthetic}
      breadcrumbs={[
        { text: unit.name, href: '/' },
        { text: 'Performance', href: '/performance' },
        { text: 'Public claims' },
      ]}
    >
      <h1 class="w-title">What was claimed, and do the figures bear it out?</h1>
      {claims.length === 0 ? (
        <p class="w-lead">No claim is {isStaff ? 'entered' : 'published'} yet.</p>
      ) : (
        <p class="w-answer">
          <b>
            Today’s figures bear out {borne} of {countWords(claims.length, 'claim')}.
          </b>{' '}
          A claim is checked to the precision it was printed with, against the figures it was made on and those held
          now.
        </p>
      )}
      <Waiting waiting={claims.filter(({ waits }) => waits)} />
      {mayWrite ? (
        <div class="w-noprint">
          <p class="w-body">
            <a class="govuk-link" href="/performance/claims/new">
              Enter a claim
            </a>
          </p>
          {claims.some(({ changed }) => changed) ? (
            <Form action="/performance/claims/check">
              <p class="w-body">
                {countWords(claims.filter(({ changed }) => changed).length, 'claim stands', 'claims stand')} otherwise
                than was noted last.
              </p>
              <Button text="Note how they stand today" secondary preventDoubleClick />
            </Form>
          ) : null}
        </div>
      ) : null}
      {claims.length === 0 ? null : (
        <DataTable<ListedClaim>
          caption="Claims, by the document that made them"
          sub="Beside each stands what the change it is about can bear, whatever was said of it."
          columns={isStaff ? [...COLUMNS, PUBLIC] : COLUMNS}
          sections={documents.map((document) => ({
            heading: document,
            kind: 'group',
            rows: claims.filter(({ claim }) => claim.document === document),
          }))}
          rowKey={({ id }) => String(id)}
          phones="stack"
        />
      )}
      <p class="w-body w-noprint">
        <a class="govuk-link" href="/performance/claims.csv">
          Download the register (CSV)
        </a>{' '}
        ·{' '}
        <a class="govuk-link" href="/performance/claims.json">
          as JSON
        </a>
      </p>
    </Page>
  );
}

/** What waits for a second person, with the way to it. */
function Waiting({ waiting }: { waiting: readonly ListedClaim[] }) {
  const [first] = waiting;
  if (first === undefined) return null;
  return (
    <p class="w-body w-noprint">
      {countWords(waiting.length, 'claim waits', 'claims wait')} for approval by a second person:{' '}
      <a class="govuk-link" href={`${claimAddress(first.id)}#keeping`}>
        {waiting.length === 1 ? 'see it' : 'see the first'}
      </a>
      .
    </p>
  );
}

const COLUMNS: Column<ListedClaim>[] = [
  {
    head: 'Claim',
    rowHeader: true,
    cell: ({ id, claim }) => (
      <span>
        <a class="govuk-link" href={claimAddress(id)}>
          {claim.words}
        </a>{' '}
        {claim.synthetic ? <SyntheticMark /> : null}
        <br />
        <small>
          {claim.saidBy}
          {claim.saidOn === null ? ', undated' : `, ${longDate(claim.saidOn)}`}
        </small>
      </span>
    ),
  },
  {
    head: 'How it stands',
    cell: ({ finding, stands, since }) => (
      <span>
        <Tag text={stands} weight={finding.state === 'supported' ? 'clear' : 'plain'} />
        {since === null ? null : (
          <>
            <br />
            <small>since {longDate(since)}</small>
          </>
        )}
      </span>
    ),
  },
  { head: 'By which figures', cell: ({ finding }) => finding.because },
  { head: 'What the change can bear', cell: ({ bears }) => bears ?? '–' },
];
const PUBLIC: Column<ListedClaim> = {
  head: 'Readers see it',
  cell: ({ id, inPublic, waits }) => (
    <span>
      {inPublic ? 'yes' : 'no'}
      {waits ? (
        <>
          {'; '}
          <a class="govuk-link" href={`${claimAddress(id)}#keeping`}>
            {WAITS}
          </a>
        </>
      ) : null}
    </span>
  ),
};
const WAITS = 'waits for approval by a second person';

/** How a claim stands, in words that carry it alone. */
export function StateTag({ state }: { state: ClaimState }) {
  return <Tag text={sayState(state)} weight={state === 'supported' ? 'clear' : 'plain'} />;
}

export const claimAddress = (id: number): string => `/performance/claims/${id}`;
