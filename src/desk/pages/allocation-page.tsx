import { monthName } from '../../lib/calendar/month.ts';
import { ErrorSummary, type ListedError } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { longDate } from '../../ui/long-date.ts';
import { NotificationBanner } from '../../ui/notification-banner.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { AllocationForm } from '../read-allocation-form.ts';
import { type OpenReview, OpenReviews } from './allocation/open-reviews.tsx';
import { isMadeUp, type PlanView, Region } from './allocation/plan-regions.tsx';
import type { ReviewInView } from './allocation/review-in-view.ts';
import type { SlidesTo } from './allocation/slider.tsx';
import { TryOtherNumbers } from './allocation/try-other-numbers.tsx';

export type AllocationPageModel = Omit<PlanView, 'weightsSum' | 'withNow' | 'reasons'> & {
  unit: { name: string; boroughs: string[] };
  form: AllocationForm;
  /** Component names with their titles, in the order of the form. */
  components: { name: string; title: string }[];
  /** The least and the most that the sliders of officers and PCSOs go to. */
  slidesTo: { dwo: SlidesTo; pcso: SlidesTo };
  /** Address of the page as it is before anyone tries other numbers. */
  startAgain: string;
  /** The part of the form for who may read plans; null for anybody else. */
  review: ReviewInView | null;
  /** True where the address asks for sergeants or side rules, and its reader may not. */
  reviewLeftOut: boolean;
  /** Reviews of the unit that are open, as far as the reader may see them. */
  openReviews: OpenReview[];
  /** What is wrong with the form, and what only planning found. */
  problems: ListedError[];
  /** Address parameters of the plan shown, to propose it; null for who may not, when it is in force, or there is none. */
  propose: string | null;
  /** Whether the reader may propose a plan that the sliders make. */
  mayPropose: boolean;
  /** True when the address names the plan in force as one just adopted. */
  justAdopted: boolean;
};

/** Who gets the officers, and why: the rules, what counts, the map, the close calls, every ward, every reason. */
export function AllocationPage(model: AllocationPageModel) {
  const { unit, plan, standing } = model;
  const view = viewOf(model);
  const optimal = plan?.kind === 'optimal' ? plan : null;
  return (
    <Page
      title={model.problems.length === 0 ? 'Allocation' : 'Error: Allocation'}
      active="/allocation"
      unit={unit}
      synthetic={isMadeUp(plan)}
      {...(optimal?.window ? { figuresTo: monthName(optimal.window.to) } : {})}
      breadcrumbs={[{ text: unit.name, href: '/' }, { text: 'Allocation' }]}
      islands={['what-if']}
    >
      {model.problems.length === 0 ? null : <ErrorSummary errors={model.problems} />}
      {model.justAdopted && standing.kind === 'in force' ? (
        <NotificationBanner success heading={`The plan is in force from ${longDate(standing.from)}.`} />
      ) : null}
      <h1 class="w-title">
        <span class="w-over">
          <Region name="standing" view={view} inline />
        </span>
        <OpenReviews reviews={model.openReviews} />
        Who gets the officers, and why
      </h1>
      <Region name="answer" view={view} />
      <p class="w-lead">
        “What will be the criteria used to select which wards will be allocated additional neighbourhood police
        officers?” was put to the Mayor in January 2017. This page is the answer, ward by ward;{' '}
        <a class="govuk-link" href="/allocation/answers">
          the same in sentences to read out
        </a>
        , for the unit and for each ward.
      </p>
      <Region name="record" view={view} />
      {model.reviewLeftOut ? <ReviewLeftOut /> : null}
      <div class="w-room">
        <div class="w-room__how">
          <Region name="how" view={view} />
        </div>
        <div class="w-room__map">
          <Region name="map" view={view} />
        </div>
        <div class="w-room__form">
          <TryOtherNumbers {...model} />
        </div>
      </div>
      {(['counts', 'next', 'wards', 'rules', 'why'] as const).map((name) => (
        <Region key={name} name={name} view={view} />
      ))}
    </Page>
  );
}

/** What the server draws the plan from: only where numbers are tried are changes marked. */
function viewOf({
  asAt,
  standing,
  plan,
  hexPlaces,
  sameElsewhere,
  form,
  review,
  against,
}: AllocationPageModel): PlanView {
  const { weightsSum } = form;
  return {
    asAt,
    standing,
    plan,
    hexPlaces,
    sameElsewhere,
    weightsSum,
    withNow: review !== null,
    reasons: 'all',
    against: standing.kind === 'tried' ? against : null,
  };
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
