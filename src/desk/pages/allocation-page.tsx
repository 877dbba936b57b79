import { marginsReckoned, type OptimalPlan } from '../../allocation/index.ts';
import type { HexPlace } from '../../geography/index.ts';
import { monthName } from '../../lib/calendar/month.ts';
import { ErrorSummary, type ListedError } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { longDate } from '../../ui/long-date.ts';
import { NotificationBanner } from '../../ui/notification-banner.tsx';
import { Panel } from '../../ui/panel.tsx';
import { SyntheticMark } from '../../ui/synthetic-mark.tsx';
import type { PlanShown } from '../plan-shown.ts';
import type { AllocationForm } from '../read-allocation-form.ts';
import { sayWeightsUsed } from '../say-weights-used.ts';
import { AllWards } from './allocation/all-wards.tsx';
import { HowItWorks } from './allocation/how-it-works.tsx';
import { NextOfficer } from './allocation/next-officer.tsx';
import { NoPlan } from './allocation/no-plan.tsx';
import { OfficersMap } from './allocation/officers-map.tsx';
import { PlanAnswer } from './allocation/plan-answer.tsx';
import { PlanRules } from './allocation/plan-rules.tsx';
import { ProposeLink } from './allocation/propose-link.tsx';
import type { ReviewInView } from './allocation/review-in-view.ts';
import { SharedSergeants } from './allocation/shared-sergeants.tsx';
import { TierMap } from './allocation/tier-map.tsx';
import { TryOtherNumbers } from './allocation/try-other-numbers.tsx';
import { WhatCounts } from './allocation/what-counts.tsx';
import { WhyEachOfficer } from './allocation/why-each-officer.tsx';

/** How a plan shown stands: in force, put forward without anyone having changed a number, or tried out by the reader. */
export type Standing =
  | { kind: 'in force'; from: string; id: string; alone: boolean }
  | { kind: 'proposal' }
  | { kind: 'tried' };

export interface AllocationPageModel {
  unit: { name: string; boroughs: string[] };
  asAt: string;
  form: AllocationForm;
  /** Component names with their titles, in the order of the form. */
  components: { name: string; title: string }[];
  standing: Standing;
  /** The part of the form for who may read plans; null for anybody else. */
  review: ReviewInView | null;
  /** True where the address asks for sergeants or side rules, and its reader may not. */
  reviewLeftOut: boolean;
  /** What is wrong with the form, and what only planning found. */
  problems: ListedError[];
  /** null while the form has problems. */
  plan: PlanShown | null;
  hexPlaces: HexPlace[];
  /** Address parameters of the plan shown, to propose it; null for who may not, when it is in force, or there is none. */
  propose: string | null;
  /** True when the address names the plan in force as one just adopted. */
  justAdopted: boolean;
}

/** Who gets the officers, and why: the rules, what counts, the map, the close calls, every ward, every reason. */
export function AllocationPage(model: AllocationPageModel) {
  const { unit, plan, standing } = model;
  const optimal = plan?.kind === 'optimal' ? plan : null;
  const madeUp = (plan?.kind === 'optimal' || plan?.kind === 'infeasible') && plan.synthetic;
  const weightsUsed = optimal === null ? null : sayWeightsUsed(optimal);
  return (
    <Page
      title={model.problems.length === 0 ? 'Allocation' : 'Error: Allocation'}
      active="/allocation"
      unit={unit}
      synthetic={madeUp}
      {...(optimal?.window ? { figuresTo: monthName(optimal.window.to) } : {})}
      breadcrumbs={[{ text: unit.name, href: '/' }, { text: 'Allocation' }]}
    >
      {model.problems.length === 0 ? null : <ErrorSummary errors={model.problems} />}
      {model.justAdopted && standing.kind === 'in force' ? (
        <NotificationBanner success heading={`The plan is in force from ${longDate(standing.from)}.`} />
      ) : null}
      <h1 class="w-title">
        <span class="w-over">
          {standingText(model)} {madeUp ? <SyntheticMark /> : null}
        </span>
        Who gets the officers, and why
      </h1>
      {optimal === null ? null : <PlanAnswer plan={optimal} />}
      <p class="w-lead">
        “What will be the criteria used to select which wards will be allocated additional neighbourhood police
        officers?” was put to the Mayor in January 2017. This page is the answer, ward by ward.
      </p>
      {weightsUsed === null ? null : <p class="w-body">{weightsUsed}</p>}
      <OnRecord standing={standing} />
      {model.reviewLeftOut ? <ReviewLeftOut /> : null}
      {optimal === null ? <WithoutPlan {...model} /> : <WithPlan {...model} plan={optimal} />}
    </Page>
  );
}

function standingText({ standing, asAt, plan }: AllocationPageModel): string {
  if (plan?.kind !== 'optimal') return `As at ${longDate(asAt)}`;
  if (standing.kind === 'in force') return `In force since ${longDate(standing.from)}`;
  return `${standing.kind === 'tried' ? 'Tried out' : 'A proposal'}, not adopted · as at ${longDate(plan.asAt)}`;
}

/** Where the plan in force stays readable, and the others; that one person approved their own, where they did. */
function OnRecord({ standing }: { standing: Standing }) {
  return (
    <p class="w-body">
      {standing.kind !== 'in force' ? null : (
        <>
          This is{' '}
          <a class="govuk-link" href={`/allocation/plans/${standing.id}`}>
            plan {standing.id}
          </a>
          {standing.alone ? ', approved by the same person, because nobody else could' : ''}.{' '}
        </>
      )}
      <a class="govuk-link" href="/allocation/plans">
        Every plan, with its dates
      </a>
    </p>
  );
}

/** Said to who may not ask for them, rather than show another plan under their name. */
function ReviewLeftOut() {
  return (
    <Panel warn title="Sergeants and side rules are left out">
      <p class="w-body">
        This address asks for them, and only people who may read plans can: sign in as one of them to see that plan.
      </p>
    </Panel>
  );
}

function WithoutPlan({ plan, form, components, review, problems }: AllocationPageModel) {
  return (
    <>
      {plan === null || plan.kind === 'optimal' ? null : <NoPlan plan={plan} />}
      <TryOtherNumbers form={form} components={components} review={review} problems={problems} />
    </>
  );
}

function WithPlan(model: AllocationPageModel & { plan: OptimalPlan }) {
  const { plan, form, standing, review } = model;
  return (
    <>
      <div class="w-cols w-cols--mapright">
        <div>
          <HowItWorks plan={plan} />
          <WhatCounts plan={plan} weightsSum={standing.kind === 'tried' ? form.weightsSum : null} />
          <SharedSergeants plan={plan} />
        </div>
        <div>
          <OfficersMap plan={plan} places={model.hexPlaces} />
          <TierMap plan={plan} places={model.hexPlaces} />
          {review === null ? <OtherNumbers {...model} /> : null}
        </div>
      </div>
      {review === null ? null : <OtherNumbers {...model} />}
      {marginsReckoned(plan) ? <NextOfficer plan={plan} /> : null}
      <AllWards plan={plan} withNow={review !== null} />
      <PlanRules plan={plan} />
      <WhyEachOfficer plan={plan} />
    </>
  );
}

/** The what-if form; beside the map while it is short, as wide as the page with sergeants and side rules. */
function OtherNumbers({ form, components, review, problems, propose }: AllocationPageModel) {
  return (
    <section class="w-panel w-noprint" aria-labelledby="try">
      <TryOtherNumbers form={form} components={components} review={review} problems={problems} />
      <ProposeLink propose={propose} />
    </section>
  );
}
