import type { HexPlace } from '../../../geography/index.ts';
import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import { longDate } from '../../../ui/long-date.ts';
import { moment } from '../../../ui/moment.ts';
import { NotificationBanner } from '../../../ui/notification-banner.tsx';
import { Panel } from '../../../ui/panel.tsx';
import type { Plan } from '../../model.ts';
import type { Review, ReviewState, WeightProposal } from '../model.ts';
import { partyKey } from '../review/review-actions.ts';
import { partyInSentence, proposalAddress, reviewAddress, reviewTitle, sayStanding } from '../say-review.ts';
import { sayWeight } from '../say-weight.ts';
import { AnswerUnderIt, WardsUnderIt } from './proposal/plan-under-it.tsx';
import { ProposedWeights } from './proposal/proposed-weights.tsx';
import { ReviewFrame, type UnitShown } from './review-frame.tsx';

/** One wording of a proposal, for a reader. */
export interface WordingShown {
  version: number;
  /** Who, in words. */
  who: string;
  at: Date;
  /** Component → weight it came to. */
  weights: Record<string, number>;
  comment: string;
  /** Why it was withdrawn with this version; null where it was not. */
  withdrawnBecause: string | null;
}

export interface ProposalPageModel {
  unit: UnitShown;
  review: Review;
  state: ReviewState;
  proposal: WeightProposal;
  /** What officers and PCSOs come to under it; null where no figures are held. */
  plan: Plan | null;
  /** Ward code → officers in the plan in force; null where there is none to compare with. */
  officersNow: ReadonlyMap<string, number> | null;
  hexPlaces: HexPlace[];
  /** Every wording, the first first. */
  wordings: WordingShown[];
  /** Whether the reader answers for its party. */
  isOwn: boolean;
  /** Whether the reader may see it beside the others. */
  mayCompare: boolean;
  justDone: string | null;
}

/** One proposal: what a party answered, what it comes to, the plan under it, and every earlier wording. */
export function ProposalPage(model: ProposalPageModel) {
  const { unit, review, state, proposal, plan } = model;
  const { party, title, withdrawn } = proposal;
  const written = longDate(todayInLondon(proposal.written.at));
  return (
    <ReviewFrame
      unit={unit}
      review={review}
      over={`${reviewTitle(review)} · ${sayStanding(review, state)}`}
      title={party.kind === 'police' ? title : `What ${party.name} proposes`}
      here={title}
    >
      {model.justDone === null ? null : <NotificationBanner success heading={model.justDone} />}
      {withdrawn === null ? null : (
        <Panel warn title={`It was withdrawn on ${longDate(todayInLondon(withdrawn.at))}`}>
          <p class="w-body">{withdrawn.because}</p>
        </Panel>
      )}
      {plan === null ? null : <AnswerUnderIt plan={plan} officersNow={model.officersNow} />}
      <p class="w-body">
        Proposed by {partyInSentence(party)}
        {model.wordings.length > 1 ? `, last changed on ${written}.` : ` on ${written}.`}{' '}
        {model.mayCompare ? (
          <a class="govuk-link" href={`${reviewAddress(review.id)}/compare`}>
            See the proposals side by side
          </a>
        ) : null}
      </p>
      {model.isOwn && withdrawn === null ? <OwnActions state={state} proposal={proposal} /> : null}
      <ProposedWeights proposal={proposal} demand={review.demand} />
      {proposal.comment === '' ? null : (
        <section class="w-section" aria-labelledby="why">
          <h2 class="w-h2" id="why">
            Why
          </h2>
          {proposal.comment.split(/\n+/).map((line) => (
            <p key={line} class="w-body">
              {line}
            </p>
          ))}
          <p class="w-note">
            {proposal.publishComment
              ? `The comment may be published with the decision, under the name of ${partyInSentence(party)}. The weights always are.`
              : 'The comment is not for publication. The weights are always published with the decision.'}
          </p>
        </section>
      )}
      {plan === null ? null : (
        <WardsUnderIt
          plan={plan}
          places={model.hexPlaces}
          officersNow={model.officersNow}
          synthetic={review.synthetic}
        />
      )}
      <Wordings wordings={model.wordings} review={review} />
    </ReviewFrame>
  );
}

function OwnActions({ state, proposal }: Pick<ProposalPageModel, 'state' | 'proposal'>) {
  if (state !== 'open' && state !== 'closed') return null;
  const query = new URLSearchParams({
    party: partyKey(proposal.party),
    method: proposal.given.method,
    change: String(proposal.id),
  });
  return (
    <ul class="w-body-list w-todo">
      {state === 'open' ? (
        <li>
          <a class="govuk-link" href={`${reviewAddress(proposal.review)}/propose?${query}`}>
            Change it
          </a>
        </li>
      ) : null}
      <li>
        <a class="govuk-link" href={`${proposalAddress(proposal)}/withdraw`}>
          Withdraw it
        </a>
      </li>
    </ul>
  );
}

function Wordings({ wordings, review }: Pick<ProposalPageModel, 'wordings' | 'review'>) {
  const titles = new Map(review.demand.parts.map(({ component, title }) => [component, title]));
  return (
    <section class="w-section" aria-labelledby="wordings">
      <h2 class="w-h2" id="wordings">
        Every wording it had
      </h2>
      <ol class="w-body-list">
        {wordings.map(({ version, who, at, weights, comment, withdrawnBecause }) => (
          <li key={version}>
            {what(version, withdrawnBecause)} by {who}, {moment(at)}.{' '}
            {withdrawnBecause === null
              ? `${sayWeights(weights, titles)}.${comment === '' ? '' : ` “${comment}”`}`
              : withdrawnBecause}
          </li>
        ))}
      </ol>
    </section>
  );
}

function what(version: number, withdrawnBecause: string | null): string {
  if (withdrawnBecause !== null) return 'Withdrawn';
  return version === 1 ? 'Proposed' : 'Changed';
}

function sayWeights(weights: Readonly<Record<string, number>>, titles: ReadonlyMap<string, string>): string {
  return Object.entries(weights)
    .filter(([, weight]) => weight > 0)
    .toSorted(([, a], [, b]) => b - a)
    .map(([component, weight]) => `${titles.get(component) ?? component} ${sayWeight(weight)}`)
    .join(', ');
}
