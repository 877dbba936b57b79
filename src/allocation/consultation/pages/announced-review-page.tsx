import type { ComponentChildren } from 'preact';
import { countWords } from '../../../ui/count-words.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { longDate } from '../../../ui/long-date.ts';
import { SummaryList } from '../../../ui/summary-list.tsx';
import type { ReviewState } from '../model.ts';
import type { AnnouncedReview, ReviewNotice } from '../notice.ts';
import { reviewTitle, sayStanding } from '../say-review.ts';
import { sayWeight } from '../say-weight.ts';
import { PARTY_WORDS } from './review/who-was-asked.tsx';
import { ReviewFrame, type UnitShown } from './review-frame.tsx';

export interface AnnouncedReviewPageModel {
  unit: UnitShown;
  state: ReviewState;
  announced: AnnouncedReview;
  /** The decision, once it is published. */
  decision?: ComponentChildren;
}

/** A review as the public is told of it: what is asked, of whom and until when; what was decided once it is. */
export function AnnouncedReviewPage({ unit, state, announced, decision }: AnnouncedReviewPageModel) {
  const { notice } = announced;
  const review = { ...notice, id: notice.review };
  return (
    <ReviewFrame
      unit={unit}
      review={review}
      over={`${reviewTitle(notice)} · ${sayStanding({ ...notice, abandoned: null }, state)}`}
      title={notice.name}
      here={reviewTitle(notice)}
    >
      <p class="w-lead">{notice.question}</p>
      {decision}
      {state === 'open' ? (
        <p class="w-body">
          Councils, ward panels and partners answer until {longDate(notice.closesOn)}. To have your say, ask your ward
          panel or your council. What each proposed is published with the decision.
        </p>
      ) : null}
      <NoticeFacts notice={notice} />
    </ReviewFrame>
  );
}

/** Everything a notice tells, as residents read it. */
export function NoticeFacts({ notice }: { notice: ReviewNotice }) {
  const { numbers, weights, components, invited } = notice;
  const sum = Object.values(weights.weights).reduce((total, weight) => total + weight, 0);
  return (
    <>
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
      <DataTable<ReviewNotice['components'][number]>
        caption="What counts now, and is asked about"
        sub={`Weights: ${weights.name}.`}
        compact
        rows={components}
        rowKey={({ component }) => component}
        columns={[
          { head: 'Part', rowHeader: true, cell: ({ title }) => title },
          {
            head: 'Counts for',
            number: true,
            cell: ({ component }) => sayWeight(sum === 0 ? 0 : (weights.weights[component] ?? 0) / sum),
          },
        ]}
      />
      <h2 class="w-h2">Who is asked</h2>
      <ul class="w-body-list w-body-list--columns">
        {invited.map(({ kind, name, ward }) => (
          <li key={`${kind} ${ward ?? name}`}>{kind === 'partner' ? `${name}, ${PARTY_WORDS[kind]}` : name}</li>
        ))}
      </ul>
    </>
  );
}
