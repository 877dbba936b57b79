import type { ComponentChildren } from 'preact';
import { marginsReckoned, type OptimalPlan } from '../../../allocation/index.ts';
import type { HexPlace } from '../../../geography/index.ts';
import { longDate } from '../../../ui/long-date.ts';
import { SyntheticMark } from '../../../ui/synthetic-mark.tsx';
import type { PlanShown } from '../../plan-shown.ts';
import { sayWeightsUsed } from '../../say-weights-used.ts';
import type { Against } from '../../what-if/changes.ts';
import { AllWards, type SameElsewhere } from './all-wards.tsx';
import { HowItWorks } from './how-it-works.tsx';
import { NextOfficer } from './next-officer.tsx';
import { NoPlan } from './no-plan.tsx';
import { OfficersMap } from './officers-map.tsx';
import { PlanAnswer } from './plan-answer.tsx';
import { PlanRules } from './plan-rules.tsx';
import { SharedSergeants } from './shared-sergeants.tsx';
import { TierMap } from './tier-map.tsx';
import { WhatCounts } from './what-counts.tsx';
import { WhyEachOfficer } from './why-each-officer.tsx';

/** How a plan shown stands: in force, put forward without anyone having changed a number, or tried out by the reader. */
export type Standing =
  | { kind: 'in force'; from: string; id: string; alone: boolean }
  | { kind: 'proposal' }
  | { kind: 'tried' };

/** Everything that the parts of the page that show a plan are drawn from, by the server or by the browser. */
export interface PlanView {
  asAt: string;
  standing: Standing;
  /** null while the form has problems. */
  plan: PlanShown | null;
  /** What the weights of the form sum to, when not 100. */
  weightsSum: number | null;
  hexPlaces: HexPlace[];
  /** Whether to print what each ward has now; see AllWards. */
  withNow: boolean;
  /** The plan that changes are marked against; null where none are marked. */
  against: Against | null;
  /** Whether the reasons for a ward's officers are drawn at once, or when its list is opened: they are thousands. */
  reasons: 'all' | 'when opened';
  /** How often other weightings give each ward the same number; null where that is not said of this plan. */
  sameElsewhere: SameElsewhere | 'not ready' | null;
}

/** A part of the page that shows the plan, and is drawn anew when another is worked out. */
export type RegionName = keyof typeof REGIONS;

export const REGIONS = {
  standing: (view: PlanView) => (
    <>
      {standingText(view)} {isMadeUp(view.plan) ? <SyntheticMark /> : null}
    </>
  ),
  answer: ({ plan }: PlanView) => (plan === null ? null : <Answer plan={plan} />),
  record: ({ standing }: PlanView) => <OnRecord standing={standing} />,
  how: whenOptimal((plan) => <HowItWorks plan={plan} />),
  map: whenOptimal((plan, { hexPlaces, against }) => (
    <>
      <OfficersMap plan={plan} places={hexPlaces} against={against} />
      <TierMap plan={plan} places={hexPlaces} />
    </>
  )),
  counts: whenOptimal((plan, { standing, weightsSum }) => (
    <>
      <WhatCounts plan={plan} weightsSum={standing.kind === 'tried' ? weightsSum : null} />
      <SharedSergeants plan={plan} />
    </>
  )),
  next: whenOptimal((plan) => (marginsReckoned(plan) ? <NextOfficer plan={plan} /> : null)),
  wards: whenOptimal((plan, { withNow, against, sameElsewhere }) => (
    <AllWards plan={plan} withNow={withNow} against={against} sameElsewhere={sameElsewhere} />
  )),
  rules: whenOptimal((plan) => <PlanRules plan={plan} />),
  why: whenOptimal((plan, { reasons }) => <WhyEachOfficer plan={plan} whenOpened={reasons === 'when opened'} />),
} satisfies Record<string, (view: PlanView) => ComponentChildren>;

function whenOptimal(draw: (plan: OptimalPlan, view: PlanView) => ComponentChildren) {
  return (view: PlanView) => (view.plan?.kind === 'optimal' ? draw(view.plan, view) : null);
}

/** A region in its place. The browser draws into the same element, which it finds by its name. */
export function Region({ name, view, inline = false }: { name: RegionName; view: PlanView; inline?: boolean }) {
  const shown = REGIONS[name](view);
  return inline ? <span data-region={name}>{shown}</span> : <div data-region={name}>{shown}</div>;
}

export const isMadeUp = (plan: PlanShown | null): boolean =>
  (plan?.kind === 'optimal' || plan?.kind === 'infeasible') && plan.synthetic;

function standingText({ standing, asAt, plan }: PlanView): string {
  if (plan?.kind !== 'optimal') return `As at ${longDate(asAt)}`;
  if (standing.kind === 'in force') return `In force since ${longDate(standing.from)}`;
  return `${standing.kind === 'tried' ? 'Tried out' : 'A proposal'}, not adopted · as at ${longDate(plan.asAt)}`;
}

function Answer({ plan }: { plan: PlanShown }) {
  if (plan.kind !== 'optimal') return <NoPlan plan={plan} />;
  const weightsUsed = sayWeightsUsed(plan);
  return (
    <>
      <PlanAnswer plan={plan} />
      {weightsUsed === null ? null : <p class="w-body">{weightsUsed}</p>}
    </>
  );
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
      {' · '}
      <a class="govuk-link" href="/allocation/reviews">
        Every review
      </a>
    </p>
  );
}
