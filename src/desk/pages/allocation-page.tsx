import type { OptimalPlan, Plan } from '../../allocation/index.ts';
import type { NoDemand } from '../../demand/index.ts';
import type { HexPlace } from '../../geography/index.ts';
import { monthName } from '../../lib/calendar/month.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { longDate } from '../../ui/long-date.ts';
import { NotificationBanner } from '../../ui/notification-banner.tsx';
import { SyntheticMark } from '../../ui/synthetic-mark.tsx';
import type { AllocationForm } from '../read-allocation-form.ts';
import { sayWeightsUsed } from '../say-weights-used.ts';
import { AllWards } from './allocation/all-wards.tsx';
import { HowItWorks } from './allocation/how-it-works.tsx';
import { NextOfficer } from './allocation/next-officer.tsx';
import { NoPlan } from './allocation/no-plan.tsx';
import { OfficersMap } from './allocation/officers-map.tsx';
import { ProposeLink } from './allocation/propose-link.tsx';
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
  /** null while the form has problems. */
  plan: Plan | NoDemand | null;
  hexPlaces: HexPlace[];
  /** Address parameters of the plan shown, to propose it; null for who may not, when it is in force, or there is none. */
  propose: string | null;
  /** True when the address names the plan in force as one just adopted. */
  justAdopted: boolean;
}

/** Who gets the officers, and why: the rules, what counts, the map, the close calls, every ward, every reason. */
export function AllocationPage(model: AllocationPageModel) {
  const { unit, plan, form, standing } = model;
  const optimal = plan?.kind === 'optimal' ? plan : null;
  const weightsUsed = optimal === null ? null : sayWeightsUsed(optimal);
  return (
    <Page
      title={form.problems.length === 0 ? 'Allocation' : 'Error: Allocation'}
      active="/allocation"
      unit={unit}
      synthetic={optimal?.synthetic ?? false}
      {...(optimal?.window ? { figuresTo: monthName(optimal.window.to) } : {})}
      breadcrumbs={[{ text: unit.name, href: '/' }, { text: 'Allocation' }]}
    >
      {form.problems.length === 0 ? null : <ErrorSummary errors={form.problems} />}
      {model.justAdopted && standing.kind === 'in force' ? (
        <NotificationBanner success heading={`The plan is in force from ${longDate(standing.from)}.`} />
      ) : null}
      <h1 class="w-title">
        <span class="w-over">
          {standingText(model)} {optimal?.synthetic === true ? <SyntheticMark /> : null}
        </span>
        Who gets the officers, and why
      </h1>
      <p class="w-lead">
        “What will be the criteria used to select which wards will be allocated additional neighbourhood police
        officers?” was put to the Mayor in January 2017. This page is the answer, ward by ward.
      </p>
      {weightsUsed === null ? null : <p class="w-body">{weightsUsed}</p>}
      <OnRecord standing={standing} />
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

function WithoutPlan({ plan, form, components }: AllocationPageModel) {
  return (
    <>
      {plan === null || plan.kind === 'optimal' ? null : <NoPlan plan={plan} />}
      <TryOtherNumbers form={form} components={components} />
    </>
  );
}

function WithPlan(model: AllocationPageModel & { plan: OptimalPlan }) {
  const { plan, form, components, standing } = model;
  return (
    <>
      <div class="w-cols w-cols--mapright">
        <div>
          <HowItWorks plan={plan} />
          <WhatCounts plan={plan} weightsSum={standing.kind === 'tried' ? form.weightsSum : null} />
        </div>
        <div>
          <OfficersMap plan={plan} places={model.hexPlaces} />
          <section class="w-panel w-noprint" aria-labelledby="try">
            <TryOtherNumbers form={form} components={components} />
            <ProposeLink propose={model.propose} />
          </section>
        </div>
      </div>
      <NextOfficer plan={plan} />
      <AllWards plan={plan} />
      <WhyEachOfficer plan={plan} />
    </>
  );
}
