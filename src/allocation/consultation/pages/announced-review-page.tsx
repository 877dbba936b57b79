import type { ComponentChildren } from 'preact';
import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import { countWords } from '../../../ui/count-words.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { longDate } from '../../../ui/long-date.ts';
import { Panel } from '../../../ui/panel.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import type { ReviewState } from '../model.ts';
import type { AnnouncedReview, ReviewNotice } from '../notice/notice.ts';
import { sayUnasked, sharesOf, unaskedParts } from '../review/weights-now.ts';
import { reviewTitle, sayStanding } from '../say-review.ts';
import { sayWeight } from '../say-weight.ts';
import { type HappenedShown, History } from './review/dates-and-history.tsx';
import { PARTY_WORDS } from './review/who-was-asked.tsx';
import { ReviewFrame, type UnitShown } from './review-frame.tsx';

export interface AnnouncedReviewPageModel {
  unit: UnitShown;
  state: ReviewState;
  announced: AnnouncedReview;
  /** What happened to it, by day. */
  history: HappenedShown[];
  /** The decision, once it is published. */
  decision?: ComponentChildren;
}

/** A review as the public is told of it: what is asked, of whom and until when; what was decided once it is. */
export function AnnouncedReviewPage({ unit, state, announced, history, decision }: AnnouncedReviewPageModel) {
  const { abandoned } = announced;
  // The days are the review's own as they stand now; name and question as they were announced.
  const { closesOn, inForceFrom } = announced.now;
  const notice = { ...announced.notice, closesOn, inForceFrom };
  // Of a review that was abandoned its own reason is told, which its notice was withdrawn with.
  const withdrawn = abandoned === null ? announced.withdrawn : null;
  const standing = { ...notice, abandoned: abandoned === null ? null : { ...abandoned, by: '' } };
  const review = { ...notice, id: notice.review };
  return (
    <ReviewFrame
      unit={unit}
      review={review}
      over={`${reviewTitle(notice)} · ${withdrawn === null || state === 'decided' ? inPublic(standing, state) : 'its notice was withdrawn'}`}
      title={notice.name}
      here={reviewTitle(notice)}
    >
      <p class="w-lead">{notice.question}</p>
      {decision}
      {state === 'abandoned' && abandoned !== null ? (
        <Panel warn title={`It was ${sayStanding(standing, state)}`}>
          <p class="w-body">There will be no decision, because: {abandoned.because}</p>
        </Panel>
      ) : null}
      {withdrawn === null ? null : (
        <Panel warn title="Its public notice was taken back">
          <p class="w-body">
            It was withdrawn on {longDate(todayInLondon(withdrawn.at))}, because: {withdrawn.reason}
          </p>
        </Panel>
      )}
      {state === 'open' && withdrawn === null ? (
        <p class="w-body">
          Councils, ward panels and partners answer until {longDate(notice.closesOn)}. To have your say, ask your ward
          panel or your council. What each proposed is published with the decision.
        </p>
      ) : null}
      <NoticeFacts notice={notice} />
      <section class="w-section" aria-labelledby="history">
        <h2 class="w-h2" id="history">
          What happened
        </h2>
        <History history={history} />
      </section>
    </ReviewFrame>
  );
}

/** As within, but a plan on its way may be approved already: the public is not told before its day. */
const inPublic = (standing: Parameters<typeof sayStanding>[0], state: ReviewState): string =>
  state === 'chosen'
    ? `closed on ${longDate(standing.closesOn)}, a proposal is chosen and its plan is on its way`
    : sayStanding(standing, state);

/** A part of demand with what it counts for in the plan in force, and whether the review asks about it. */
interface NoticePart {
  component: string;
  title: string;
  share: number;
  asked: boolean;
}

/** Everything a notice tells, as residents read it. */
export function NoticeFacts({ notice }: { notice: ReviewNotice }) {
  const { numbers, weights, invited } = notice;
  const unasked = sayUnasked(unaskedParts(sharesOf(weights), notice.components));
  return (
    <div class="w-notice">
      <SummaryList
        rows={[
          {
            key: 'To share out',
            value: `${countWords(numbers.dwo, 'officer')} and ${countWords(numbers.pcso, 'PCSO')}`,
          },
          {
            key: 'Every ward has at least',
            value: `${countWords(numbers.floors.dwo, 'officer')} and ${countWords(numbers.floors.pcso, 'PCSO')}`,
          },
          { key: 'Opened', value: longDate(notice.opensOn) },
          { key: 'Last day to comment', value: longDate(notice.closesOn) },
          { key: 'Its plan is to be in force from', value: longDate(notice.inForceFrom) },
        ]}
      />
      <DataTable<NoticePart>
        caption="What counts now, and what is asked about"
        sub={`Weights: ${weights.name}, version ${weights.version}.`}
        compact
        rows={partsOf(notice)}
        rowKey={({ component }) => component}
        columns={[
          { head: 'Part', rowHeader: true, cell: ({ title }) => title },
          { head: 'Counts for', number: true, cell: ({ share }) => sayWeight(share) },
          { head: 'Asked about', cell: ({ asked }) => (asked ? 'yes' : 'no') },
        ]}
      />
      {unasked === null ? null : <p class="w-body">{unasked}</p>}
      <h2 class="w-h2">Who is asked</h2>
      <ul class="w-body-list w-body-list--columns">
        {invited.map(({ kind, name, ward }) => (
          <li key={`${kind} ${ward ?? name}`}>{kind === 'partner' ? `${name}, ${PARTY_WORDS[kind]}` : name}</li>
        ))}
      </ul>
    </div>
  );
}

/** What is asked about, then what else counts now. */
function partsOf({ weights, components }: ReviewNotice): NoticePart[] {
  const shares = sharesOf(weights);
  return [
    ...components.map(({ component, title }) => ({ component, title, share: shares[component] ?? 0, asked: true })),
    ...unaskedParts(shares, components).map((part) => ({ ...part, asked: false })),
  ];
}
