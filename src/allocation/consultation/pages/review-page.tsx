import type { ComponentChildren } from 'preact';
import { longDate } from '../../../ui/long-date.ts';
import { NotificationBanner } from '../../../ui/notification-banner.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { Review, ReviewState, WeightProposal } from '../model.ts';
import { type NoticeState, partyKey, type ReaderOfReview, reviewActions } from '../review/review-actions.ts';
import type { WeightsNow } from '../review/weights-now.ts';
import { reviewTitle, sayStanding } from '../say-review.ts';
import { DatesAndHistory, type HappenedShown } from './review/dates-and-history.tsx';
import { HowHandedOut } from './review/how-handed-out.tsx';
import { WhatCounts } from './review/what-counts.tsx';
import { WhatYouCanDo } from './review/what-you-can-do.tsx';
import { WhoWasAsked } from './review/who-was-asked.tsx';
import { ReviewFrame, type UnitShown } from './review-frame.tsx';

export interface ReviewPageModel {
  unit: UnitShown;
  review: Review;
  state: ReviewState;
  reader: ReaderOfReview;
  /** Every proposal the reader may see, withdrawn ones too. */
  proposals: WeightProposal[];
  notice: NoticeState;
  now: WeightsNow;
  /** What was revised of the figures since it opened, in one sentence; null where nothing was. */
  revised: string | null;
  /** Everything that happened to it. */
  history: HappenedShown[];
  /** What was just done, to be said once; null for nothing. */
  justDone: string | null;
  /** The decision, once it is published. */
  decision?: ComponentChildren;
}

/** One review: what is asked, what the reader can do, what counts, who was asked, and everything that happened to it. */
export function ReviewPage(model: ReviewPageModel) {
  const { unit, review, state, reader, notice } = model;
  const standing = model.proposals.filter(({ withdrawn }) => withdrawn === null);
  const plan = review.choice?.plan ?? null;
  return (
    <ReviewFrame
      unit={unit}
      review={review}
      over={`${reviewTitle(review)} · ${sayStanding(review, state)}`}
      title={review.name}
      here={reviewTitle(review)}
    >
      {model.justDone === null ? null : <NotificationBanner success heading={model.justDone} />}
      <p class="w-lead">{review.question}</p>
      <Ended review={review} state={state} seesAll={reader.seesAll} recorded={(model.decision ?? null) !== null} />
      {model.decision}
      {model.revised === null ? null : (
        <Panel warn title="Figures were revised since it opened">
          <p class="w-body">
            {model.revised} Proposals are still worked out on the figures as they stood when the review opened; whoever
            chooses decides which count.
          </p>
        </Panel>
      )}
      <div class="w-cols w-cols--half">
        <WhatYouCanDo
          actions={reviewActions({ id: review.id, state, reader, proposals: standing.length, notice, plan })}
          otherwise={nothingToDo(state, review.closesOn)}
          notAsked={state === 'open' ? notAskedOf(reader, review) : []}
        />
        <HowHandedOut numbers={review.numbers} wards={review.demand.wards.length} />
      </div>
      <WhatCounts review={review.id} demand={review.demand} now={model.now} proposals={standing} />
      <WhoWasAsked
        invited={review.invited}
        proposals={standing}
        seesAll={reader.seesAll}
        own={reader.parties.map(({ party }) => party)}
        open={state === 'open'}
      />
      <Withdrawn proposals={model.proposals} />
      <DatesAndHistory review={review} history={model.history} />
    </ReviewFrame>
  );
}

/** The parties the reader answers for that nobody asked by name; the police, who run it, never are. */
function notAskedOf({ parties }: ReaderOfReview, { invited }: Review): string[] {
  return parties
    .filter(({ party }) => party.kind !== 'police' && invited.every((asked) => partyKey(asked) !== partyKey(party)))
    .map(({ party }) => party.name);
}

function nothingToDo(state: ReviewState, closesOn: string): string {
  if (state === 'open')
    return `Nothing: you do not answer for a party to it. It takes proposals until ${longDate(closesOn)}.`;
  if (state === 'closed' || state === 'chosen')
    return `Nothing now: it took proposals until ${longDate(closesOn)}. The decision will stand on this page.`;
  return 'Nothing any more. Everything stays readable here.';
}

interface EndedProps extends Pick<ReviewPageModel, 'review' | 'state'> {
  seesAll: boolean;
  /** Whether the record of the decision follows, which gives the reasons and leads to the plan. */
  recorded: boolean;
}

function Ended({ review, state, seesAll, recorded }: EndedProps) {
  if (review.abandoned !== null)
    return (
      <Panel warn title="This review was abandoned">
        <p class="w-body">{review.abandoned.because}</p>
      </Panel>
    );
  if (review.choice === null || !seesAll || recorded || (state !== 'chosen' && state !== 'decided')) return null;
  const { plan, reasons } = review.choice;
  return (
    <Panel title={state === 'decided' ? 'It is decided' : 'A proposal is chosen'}>
      <p class="w-body">
        It became{' '}
        <a class="govuk-link" href={`/allocation/plans/${plan}`}>
          plan {plan}
        </a>
        {state === 'chosen' ? ', which a second person has yet to approve' : ''}. Why: {reasons}
      </p>
    </Panel>
  );
}

function Withdrawn({ proposals }: { proposals: readonly WeightProposal[] }) {
  const gone = proposals.filter(({ withdrawn }) => withdrawn !== null);
  if (gone.length === 0) return null;
  return (
    <section class="w-section" aria-labelledby="withdrawn">
      <h2 class="w-h2" id="withdrawn">
        Withdrawn proposals
      </h2>
      <ul class="w-body-list">
        {gone.map(({ id, review, title, withdrawn }) => (
          <li key={id}>
            <a class="govuk-link" href={`/allocation/reviews/${review}/proposals/${id}`}>
              {title}
            </a>
            : {withdrawn?.because}
          </li>
        ))}
      </ul>
    </section>
  );
}
