import { findMeasure } from '../../../measures/index.ts';
import { ApprovalForm, type ApprovalFormProps } from '../../../ui/approval-form.tsx';
import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Form } from '../../../ui/form.tsx';
import { errorOf, type FormProblem, ProblemSummary } from '../../../ui/form-page.tsx';
import { Page } from '../../../ui/layout.tsx';
import { longDate } from '../../../ui/long-date.ts';
import { moment } from '../../../ui/moment.ts';
import { Panel } from '../../../ui/panel.tsx';
import { SummaryList, type SummaryRow } from '../../../ui/summary-list.tsx';
import { SyntheticMark } from '../../../ui/synthetic-mark.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { wholeNumber } from '../../../ui/whole-number.ts';
import type { CheckedClaim, ClaimContent, StandingInPublic } from '../model.ts';
import { sayKind } from '../say-kind.ts';
import { claimAddress, StateTag } from './claims-page.tsx';

export interface ClaimPageModel extends CheckedClaim {
  unit: { name: string; boroughs: string[] };
  id: number;
  claim: ClaimContent & { synthetic: boolean };
  /** Why it was withdrawn; null while it stands. */
  withdrawn: string | null;
  /** The first first. */
  standings: readonly StandingInPublic[];
  /** The wording that readers see; null where they see none. */
  published: { version: number; alone: boolean } | null;
  /** For who reads performance; null for everybody else. */
  staff: {
    version: number;
    mayWrite: boolean;
    preview: { sentences: readonly string[]; contentHash: string; next: ApprovalFormProps['next'] } | null;
    history: readonly { version: number; words: string; who: string; when: string; withdrawn: string | null }[];
  } | null;
  problems: readonly FormProblem[];
}

/** One claim: what was said, how it stands and by which figures, and what the change can bear. */
export function ClaimPage(model: ClaimPageModel) {
  const { unit, claim, finding, stands, bears, withdrawn, problems, staff, figures } = model;
  const synthetic = claim.synthetic || figures?.synthetic === true;
  return (
    <Page
      title={problems.length === 0 ? `Claim: ${claim.words}` : `Error: ${claim.words}`}
      active="/performance"
      unit={unit}
      synthetic={synthetic}
      breadcrumbs={[
        { text: unit.name, href: '/' },
        { text: 'Performance', href: '/performance' },
        { text: 'Public claims', href: '/performance/claims' },
        { text: `Claim ${model.id}` },
      ]}
    >
      <ProblemSummary problems={problems} />
      <h1 class="w-title">
        <span class="w-over">
          {claim.saidBy}
          {claim.saidOn === null ? ', undated' : `, ${longDate(claim.saidOn)}`} {synthetic ? <SyntheticMark /> : null}
        </span>
        {claim.words}
      </h1>
      {withdrawn === null ? null : (
        <Panel warn title="This claim was withdrawn">
          <p class="w-body">{withdrawn}</p>
        </Panel>
      )}
      <p class="w-answer">
        <b>{stands}.</b> {finding.because}
      </p>
      {bears === null ? null : <p class="w-lead">What the change can bear: {bears}</p>}
      <SummaryList rows={factsOf(model)} />
      <Standings {...model} />
      {staff === null ? null : <StaffPart model={model} staff={staff} />}
    </Page>
  );
}

function factsOf({ claim, area, periods, published }: ClaimPageModel): SummaryRow[] {
  const { document, kind, binding, vintage } = claim;
  const row = (key: string, value: string | null | undefined): SummaryRow[] =>
    value === null || value === undefined || value === '' ? [] : [{ key, value }];
  const counts = binding?.counts ?? null;
  return [
    ...row('Where it was said', document),
    ...row('Kind of claim', sayKind(kind)),
    ...(binding === null
      ? []
      : [
          {
            key: 'Measure',
            value: (
              <a class="govuk-link" href={`/measures/${binding.measure}`}>
                {titleOf(binding.measure)}
              </a>
            ),
          },
        ]),
    ...row('As a share of', binding?.of == null ? null : titleOf(binding.of)),
    ...row('Area', area?.name ?? binding?.area),
    ...row('Period', periods?.current.label ?? binding?.period),
    ...row('Against', periods === null ? binding?.against : periods.previous?.label),
    ...row('Value as printed', binding?.printed),
    ...row(
      'Counts printed beside it',
      counts === null
        ? null
        : [counts.current, counts.previous]
            .flatMap((each) => (each === null ? [] : wholeNumber(each)))
            .join(' against '),
    ),
    ...(binding === null ? [] : row('Release of figures it was made on', vintage ?? 'its document does not say')),
    ...(published?.alone === true ? row('Approved', 'by its author alone, because nobody else could') : []),
  ];
}

const titleOf = (measure: string): string => findMeasure(measure)?.title ?? measure;

function Standings({ standings, finding }: ClaimPageModel) {
  if (standings.length === 0) return null;
  return (
    <section class="w-section" aria-labelledby="standings">
      <h2 class="w-h2" id="standings">
        How it stood
      </h2>
      <ol class="w-body-list">
        {standings.map(({ state, at }) => (
          <li key={at.toISOString()}>
            Noted {moment(at)}: <StateTag state={state} />
          </li>
        ))}
        {standings.at(-1)?.state === finding.state ? null : (
          <li>
            Today, not noted yet: <StateTag state={finding.state} />
          </li>
        )}
      </ol>
    </section>
  );
}

/** What readers see of it now, and what waits. */
function sayReaders(
  { published, withdrawn }: ClaimPageModel,
  { history, preview }: NonNullable<ClaimPageModel['staff']>,
): string {
  if (withdrawn !== null) return 'It was withdrawn, and readers are told so where they had read it.';
  const kept = history.length === 1 ? 'the only one' : `of ${history.length}`;
  const now = published === null ? 'Readers do not see it yet.' : `Readers see wording ${published.version}, ${kept}.`;
  if (preview === null) return now;
  const isApproved = preview.next.kind === 'publish';
  return `${now} ${isApproved ? 'It is approved and waits to be published.' : 'It waits for approval by a second person.'}`;
}

function StaffPart({ model, staff }: { model: ClaimPageModel; staff: NonNullable<ClaimPageModel['staff']> }) {
  const { id, published, problems } = model;
  const { mayWrite, version, preview, history } = staff;
  return (
    <section class="w-section w-noprint" aria-labelledby="keeping">
      <h2 class="w-h2" id="keeping">
        Keeping it
      </h2>
      <p class="w-body">{sayReaders(model, staff)}</p>
      {preview === null ? null : (
        <>
          {preview.sentences.map((sentence) => (
            <p class="w-body" key={sentence}>
              {sentence}
            </p>
          ))}
          <ApprovalForm address={claimAddress(id)} what="claim" next={preview.next} contentHash={preview.contentHash} />
        </>
      )}
      {mayWrite ? (
        <>
          <p class="w-body">
            <a class="govuk-link" href={`${claimAddress(id)}/edit`}>
              Change it
            </a>
          </p>
          {published?.version === version || preview !== null ? null : (
            <Form action={`${claimAddress(id)}/propose`}>
              <input type="hidden" name="version" value={version} />
              <Button text="Propose it for readers" secondary preventDoubleClick />
            </Form>
          )}
          <Form action={`${claimAddress(id)}/withdraw`} class="w-ask" novalidate>
            <input type="hidden" name="version" value={version} />
            <TextArea
              id="because"
              name="because"
              label="Why it is withdrawn"
              hint="Kept with it; who read it in public reads this. Name nobody."
              rows={3}
              {...errorOf(problems, 'because')}
            />
            <Button text="Withdraw it" secondary preventDoubleClick />
          </Form>
        </>
      ) : null}
      <DataTable
        caption="Every wording"
        columns={[
          { head: 'Wording', rowHeader: true, cell: (each) => each.version },
          { head: 'Words', cell: (each) => (each.withdrawn === null ? each.words : `Withdrawn: ${each.withdrawn}`) },
          { head: 'Written by', cell: (each) => `${each.who}, ${each.when}` },
        ]}
        rows={[...history]}
        rowKey={(each) => String(each.version)}
        phones="stack"
      />
    </section>
  );
}
