import type { ComponentChildren } from 'preact';
import type { OptimalPlan } from '../../allocation/index.ts';
import { ApprovalForm } from '../../ui/approval-form.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { ErrorSummary, type ListedError } from '../../ui/error-summary.tsx';
import { Form } from '../../ui/form.tsx';
import { Page } from '../../ui/layout.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SyntheticMark } from '../../ui/synthetic-mark.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import type { PlanOnRecord } from '../plan-on-record.ts';
import { PlanSteps } from './allocation/plan-steps.tsx';
import { WhatPlanAdds } from './allocation/what-plan-adds.tsx';

/** A value that differs from what the approver saw. */
export interface SeenChange {
  where: string;
  before: string;
  after: string;
}

export interface ApprovePageModel {
  unit: { name: string; boroughs: string[] };
  record: PlanOnRecord;
  /** null where it cannot be read any more. */
  plan: OptimalPlan | null;
  /** Whether it comes of a review, whose decision stands on its own page. */
  decided: boolean;
  /** Whether readers would see it, will see it, saw it, or neither. */
  change: 'proposed' | 'coming' | 'past' | 'nothing';
  /** What readers see changed, in sentences and for each ward that gains or loses. */
  described: {
    sentences: readonly string[];
    table: { caption: string; columns: readonly string[]; rows: readonly (readonly string[])[] } | null;
  };
  /** From when residents see it; null where they do, or never will. */
  whenSeen: string | null;
  /** What disclosure control does with it. */
  disclosure: string;
  /** Tells exactly what is shown here from anything else; sent with the approval. */
  contentHash: string;
  /** What the reader may do next. */
  next:
    | { kind: 'approve'; alone: boolean }
    | { kind: 'publish' }
    /** One sentence that says why nothing. */
    | { kind: 'nothing'; because: string };
  mayWithdraw: boolean;
  /** What readers see once it is withdrawn, in one sentence; null where it is not published. */
  ifWithdrawn: string | null;
  /** What was changed since the approver saw it; null where nothing was. */
  since: SeenChange[] | null;
  problems: ListedError[];
}

/** The heading by what is told; a plan that was published is not spoken of as if it waited still. */
const HEADINGS: Readonly<Record<ApprovePageModel['change'], string>> = {
  proposed: 'What would change for a reader',
  coming: 'What will change for a reader',
  past: 'What changed for a reader',
  nothing: 'What changed for a reader',
};

/** What a plan would change for a reader, shown before anybody approves it; afterwards what it changed. */
export function ApprovePage(model: ApprovePageModel) {
  const { unit, record, described, problems } = model;
  const title = problems.length === 0 ? 'What the plan changes' : 'Error: What the plan changes';
  return (
    <Page
      title={title}
      active="/allocation"
      unit={unit}
      synthetic={record.synthetic}
      breadcrumbs={[
        { text: unit.name, href: '/' },
        { text: 'Allocation', href: '/allocation' },
        { text: 'Every plan', href: '/allocation/plans' },
        { text: `Plan ${record.id}`, href: `/allocation/plans/${record.id}` },
        { text: 'Approval' },
      ]}
    >
      {problems.length === 0 ? null : <ErrorSummary errors={problems} />}
      <h1 class="w-title">
        <span class="w-over">
          Plan {record.id}: {record.standing} {record.synthetic ? <SyntheticMark /> : null}
        </span>
        {HEADINGS[model.change]}
      </h1>
      {model.since === null ? null : <ChangedSince changes={model.since} />}
      <p class="w-answer">
        <b>{described.sentences[0] ?? model.disclosure}</b>
      </p>
      <Sentences sentences={described.sentences.slice(1)} />
      {model.decided ? (
        <p class="w-body">
          <a class="govuk-link" href={`/allocation/plans/${record.id}#decision`}>
            Who proposed which weights, every ward under each, and why these were chosen
          </a>
        </p>
      ) : null}
      {model.plan === null ? null : <WhatPlanAdds plan={model.plan} />}
      {described.table === null ? null : <Rows table={described.table} />}
      <p class="w-body">{model.disclosure}</p>
      {model.whenSeen === null ? null : <p class="w-body">{model.whenSeen}</p>}
      <h2 class="w-h2">Who did what</h2>
      <PlanSteps plan={record} />
      <ApprovalForm
        address={`/allocation/plans/${model.record.id}`}
        what="plan"
        next={model.next}
        contentHash={model.contentHash}
      />
      {model.mayWithdraw ? <Withdrawal {...model} /> : null}
    </Page>
  );
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  return sentences.length === 0 ? null : (
    <ul class="w-body-list">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function Rows({ table }: { table: NonNullable<ApprovePageModel['described']['table']> }) {
  return (
    <DataTable<readonly string[]>
      caption={table.caption}
      phones="stack"
      rows={[...table.rows]}
      rowKey={(row) => row.join()}
      columns={table.columns.map((head, place) => ({
        head,
        rowHeader: place === 0,
        number: place >= FIRST_NUMBER && place <= LAST_NUMBER,
        cell: (row: readonly string[]): ComponentChildren => row[place] ?? '',
      }))}
    />
  );
}

/** Between ward, borough and the words for the change stand officers and PCSOs, now and then. */
const FIRST_NUMBER = 2;
const LAST_NUMBER = 5;
const MOST_SHOWN = 20;

function ChangedSince({ changes }: { changes: SeenChange[] }) {
  const more = changes.length - MOST_SHOWN;
  return (
    <Panel warn title="It was changed since you saw it">
      <p class="w-body">Nothing was approved. Look at what is different, and decide again.</p>
      <DataTable<SeenChange>
        caption="What is different"
        phones="stack"
        rows={changes.slice(0, MOST_SHOWN)}
        rowKey={({ where }) => where}
        columns={[
          { head: 'Where', rowHeader: true, cell: ({ where }) => where },
          { head: 'You saw', cell: ({ before }) => before },
          { head: 'It is now', cell: ({ after }) => after },
        ]}
      />
      {more > 0 ? <p class="w-body">And {more} more.</p> : null}
    </Panel>
  );
}

function Withdrawal({ record, problems, ifWithdrawn }: ApprovePageModel) {
  const [problem] = problems;
  return (
    <section class="w-section" aria-labelledby="withdraw">
      <h2 class="w-h2" id="withdraw">
        Withdraw it
      </h2>
      {ifWithdrawn === null ? null : <p class="w-body">{ifWithdrawn}</p>}
      <Form action={`/allocation/plans/${record.id}/withdraw`} novalidate>
        <TextArea
          id="reason"
          name="reason"
          label="Why it is withdrawn"
          hint="Everyone who asks for the plan later reads this. Name nobody."
          rows={3}
          {...(problem === undefined ? {} : { error: problem.text })}
        />
        <Button text="Withdraw" secondary preventDoubleClick />
      </Form>
    </section>
  );
}
