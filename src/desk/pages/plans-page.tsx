import { countWords } from '../../ui/count-words.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { Page } from '../../ui/layout.tsx';
import { longDate } from '../../ui/long-date.ts';
import { SyntheticMark } from '../../ui/synthetic-mark.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { PlanOnRecord, PlanStep } from '../plan-on-record.ts';

export interface PlansPageModel {
  unit: { name: string; boroughs: string[] };
  /** The latest to come into force first. */
  plans: PlanOnRecord[];
  /** Whether the reader sees plans that are not published. */
  seesProposals: boolean;
}

/** Every plan there ever was, with its dates, and how it stands. */
export function PlansPage({ unit, plans, seesProposals }: PlansPageModel) {
  const waiting = plans.filter(({ standing }) => standing === 'waits for approval').length;
  return (
    <Page
      title="Every plan"
      active="/allocation"
      unit={unit}
      synthetic={plans.some(({ standing, synthetic }) => standing === 'in force' && synthetic)}
      breadcrumbs={[
        { text: unit.name, href: '/' },
        { text: 'Allocation', href: '/allocation' },
        { text: 'Every plan' },
      ]}
    >
      <h1 class="w-title">Every plan, with its dates</h1>
      <p class="w-answer">
        <b>{plans.length === 0 ? 'No plan was published yet.' : `${sentence(countWords(plans.length, 'plan'))}.`}</b>{' '}
        {waiting === 0
          ? ''
          : `${sentence(countWords(waiting, 'plan'))} ${waiting === 1 ? 'waits' : 'wait'} for approval.`}
      </p>
      <p class="w-body">
        A plan is proposed by one person and approved by another. Once published it stays readable, whatever takes its
        place: changing a plan later is a new plan with a list of changes
        {seesProposals ? '' : '; plans that are not published are not listed here'}.{' '}
        <a class="govuk-link" href="/allocation/reviews">
          Every review, and who was asked
        </a>
      </p>
      {plans.length === 0 ? null : (
        <DataTable<PlanOnRecord>
          caption="Plans"
          phones="stack"
          rows={plans}
          rowKey={({ id }) => id}
          columns={[
            {
              head: 'Plan',
              rowHeader: true,
              cell: ({ id, inForceFrom, synthetic }) => (
                <>
                  <a class="govuk-link" href={`/allocation/plans/${id}`}>
                    Plan {id}, from {longDate(inForceFrom)}
                  </a>{' '}
                  {synthetic ? <SyntheticMark /> : null}
                </>
              ),
            },
            { head: 'Standing', cell: ({ standing }) => <Tag text={standing} /> },
            { head: 'Proposed', cell: (plan) => stepText(plan, 'Proposed') },
            { head: 'Approved', cell: (plan) => stepText(plan, 'Approved') },
            { head: 'Published', cell: (plan) => stepText(plan, 'Published') },
            {
              head: 'What it changed',
              cell: (plan) =>
                plan.steps.some(({ what }) => what === 'Published') ? (
                  <a class="govuk-link" href={`/allocation/plans/${plan.id}/changes`}>
                    Changes<span class="govuk-visually-hidden"> of plan {plan.id}</span>
                  </a>
                ) : (
                  '–'
                ),
            },
          ]}
        />
      )}
    </Page>
  );
}

function stepText({ steps, alone }: PlanOnRecord, what: PlanStep['what']): string {
  const step = steps.find((each) => each.what === what);
  if (step === undefined) return '–';
  const by = step.by === null ? '' : `, ${step.by}`;
  return `${longDate(step.on)}${by}${what === 'Approved' && alone ? ', alone: nobody else could' : ''}`;
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
