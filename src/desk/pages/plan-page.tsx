import type { OptimalPlan } from '../../allocation/index.ts';
import { type Decision, DecisionRecord } from '../../allocation/published.ts';
import type { HexPlace } from '../../geography/index.ts';
import { Page } from '../../ui/layout.tsx';
import { longDate } from '../../ui/long-date.ts';
import { NotificationBanner } from '../../ui/notification-banner.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SyntheticMark } from '../../ui/synthetic-mark.tsx';
import type { PlanOnRecord } from '../plan-on-record.ts';
import { AllWards } from './allocation/all-wards.tsx';
import { HowItWorks } from './allocation/how-it-works.tsx';
import { OfficersMap } from './allocation/officers-map.tsx';
import { PlanAnswer } from './allocation/plan-answer.tsx';
import { PlanRules } from './allocation/plan-rules.tsx';
import { PlanSteps } from './allocation/plan-steps.tsx';
import { SharedSergeants } from './allocation/shared-sergeants.tsx';
import { TierMap } from './allocation/tier-map.tsx';
import { WhatCounts } from './allocation/what-counts.tsx';
import { WhyEachOfficer } from './allocation/why-each-officer.tsx';

export interface PlanPageModel {
  unit: { name: string; boroughs: string[] };
  record: PlanOnRecord;
  /** null where its withdrawal took it back. */
  plan: OptimalPlan | null;
  /** What it comes of; null where it comes of no review. */
  decision: Decision | null;
  hexPlaces: HexPlace[];
  /** What was left out for readers, or why nothing was. */
  disclosure: string;
  /** Whether the reader may look at what it would change, and decide. */
  mayDecide: boolean;
  /** What the address says was just done, where the plan stands so; null otherwise. */
  justDone: string | null;
  /** From when residents see it, for who decides; null where they see it, or for a resident. */
  whenSeen: string | null;
}

/** One plan, as it was: who, when, every ward, every reason. It stays at its address whatever takes its place. */
export function PlanPage(model: PlanPageModel) {
  const { unit, record, plan, mayDecide, justDone, whenSeen } = model;
  return (
    <Page
      title={`Plan ${record.id}`}
      active="/allocation"
      unit={unit}
      synthetic={record.synthetic}
      breadcrumbs={[
        { text: unit.name, href: '/' },
        { text: 'Allocation', href: '/allocation' },
        { text: 'Every plan', href: '/allocation/plans' },
        { text: `Plan ${record.id}` },
      ]}
    >
      {justDone === null ? null : <NotificationBanner success heading={justDone} />}
      <h1 class="w-title">
        <span class="w-over">
          {standingText(record)} {record.synthetic ? <SyntheticMark /> : null}
        </span>
        Plan {record.id}
      </h1>
      {plan === null ? null : <PlanAnswer plan={plan} />}
      {record.standing === 'withdrawn' ? (
        <Panel warn title="This plan was withdrawn">
          <p class="w-body">{record.reason}</p>
        </Panel>
      ) : null}
      {whenSeen === null ? null : <p class="w-body">{whenSeen}</p>}
      <PlanSteps plan={record} />
      {mayDecide ? (
        <p class="w-body">
          <a class="govuk-link" href={`/allocation/plans/${record.id}/approve`}>
            What it changes, and approval
          </a>
        </p>
      ) : null}
      {record.steps.some(({ what }) => what === 'Published') ? <PublishedLinks id={record.id} /> : null}
      {plan === null || model.decision === null ? null : (
        <p class="w-body w-noprint">
          <a class="govuk-link" href="#decision">
            How it was decided: who was asked, what each proposed, and why
          </a>
        </p>
      )}
      {plan === null ? null : <Body {...model} plan={plan} />}
    </Page>
  );
}

/** What a published plan changed, and the answers it gives. */
function PublishedLinks({ id }: { id: string }) {
  return (
    <p class="w-body w-noprint">
      <a class="govuk-link" href={`/allocation/plans/${id}/changes`}>
        Which wards gained and lost, and why
      </a>{' '}
      ·{' '}
      <a class="govuk-link" href={`/allocation/answers?plan=${id}`}>
        An answer for every ward
      </a>
    </p>
  );
}

function Body({ plan, decision, hexPlaces, disclosure, mayDecide }: PlanPageModel & { plan: OptimalPlan }) {
  return (
    <>
      <div class="w-cols w-cols--mapright">
        <div>
          <HowItWorks plan={plan} />
          <WhatCounts plan={plan} weightsSum={null} />
          <SharedSergeants plan={plan} />
        </div>
        <div>
          <OfficersMap plan={plan} places={hexPlaces} />
          <TierMap plan={plan} places={hexPlaces} />
        </div>
      </div>
      {decision === null ? null : <DecisionRecord decision={decision} wards={plan.wards} plan={null} />}
      <PlanRules plan={plan} />
      <AllWards plan={plan} withNow={mayDecide} />
      <WhyEachOfficer plan={plan} />
      <p class="w-body">{disclosure}</p>
    </>
  );
}

function standingText({ standing, inForceFrom }: PlanOnRecord): string {
  const from = longDate(inForceFrom);
  if (standing === 'in force') return `In force since ${from}`;
  if (standing === 'no longer in force') return `No longer in force; it was from ${from}`;
  if (standing === 'withdrawn') return `Withdrawn; it was for ${from}`;
  return `${standing.charAt(0).toUpperCase()}${standing.slice(1)} · for ${from}`;
}
