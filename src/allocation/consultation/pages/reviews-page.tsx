import { andList } from '../../../ui/and-list.ts';
import { countWords } from '../../../ui/count-words.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import { longDate } from '../../../ui/long-date.ts';
import { SyntheticMark } from '../../../ui/synthetic-mark.tsx';
import { Tag } from '../../../ui/tag.tsx';
import type { ReviewState } from '../model.ts';
import { reviewAddress, reviewTitle, STATE_WORDS } from '../say-review.ts';
import { ReviewFrame, type UnitShown } from './review-frame.tsx';

/** One review in the list, as far as the reader may know of it. */
export interface ListedReview {
  id: number;
  number: string;
  name: string;
  state: ReviewState;
  opensOn: string;
  closesOn: string;
  synthetic: boolean;
  /** Proposals that stand; null for who sees only their own. */
  proposals: number | null;
  /** Number of the plan that came of it, or is on its way; null where there is none, or it may not be known. */
  plan: string | null;
}

export interface ReviewsPageModel {
  unit: UnitShown;
  /** The latest to open first. */
  reviews: ListedReview[];
  /** Whether the reader sees only reviews whose notice or decision was published. */
  publishedOnly: boolean;
  mayOpen: boolean;
}

/** Every review of the allocation, how it stands and what came of it. */
export function ReviewsPage({ unit, reviews, publishedOnly, mayOpen }: ReviewsPageModel) {
  const open = reviews.filter(({ state }) => state === 'open');
  return (
    <ReviewFrame
      unit={unit}
      review={null}
      synthetic={reviews.some(({ synthetic }) => synthetic)}
      title="Reviews of the allocation"
      here="Reviews"
    >
      <p class="w-answer">
        <b>{answer(reviews)}</b> {open.some(({ synthetic }) => synthetic) ? <SyntheticMark /> : null}
      </p>
      <p class="w-body">
        A review asks councils, ward panels and partners what should count when officers are shared out between wards.
        They and the police propose weights, residents through their ward panel or council; the commander chooses, a
        second person approves, and the decision is published with its reasons.
        {publishedOnly ? ' Only reviews that were announced or decided are listed here.' : ''}
      </p>
      {mayOpen ? (
        <p class="w-body">
          <a class="govuk-button" href="/allocation/reviews/new">
            Open a review
          </a>
        </p>
      ) : null}
      {reviews.length === 0 ? null : <ReviewTable reviews={reviews} />}
      <p class="w-body">
        <a class="govuk-link" href="/allocation/plans">
          Every plan, with its dates
        </a>
      </p>
    </ReviewFrame>
  );
}

function answer(reviews: readonly ListedReview[]): string {
  const open = reviews.filter(({ state }) => state === 'open');
  const [only, ...others] = open;
  if (only === undefined) return reviews.length === 0 ? 'No review was opened yet.' : 'No review is open.';
  if (others.length === 0) return `One review is open: comment until ${longDate(only.closesOn)}.`;
  const days = [...new Set(open.map(({ closesOn }) => closesOn))].toSorted().map(longDate);
  return `${countWords(open.length, 'review')} are open: comment until ${andList(days)}.`;
}

function ReviewTable({ reviews }: { reviews: ListedReview[] }) {
  const counted = reviews.some(({ proposals }) => proposals !== null);
  return (
    <DataTable<ListedReview>
      caption="Reviews"
      phones="stack"
      rows={reviews}
      rowKey={({ id }) => String(id)}
      columns={[
        {
          head: 'Review',
          rowHeader: true,
          cell: (review) => (
            <>
              <a class="govuk-link" href={reviewAddress(review.id)}>
                {reviewTitle(review)}: {review.name}
              </a>{' '}
              {review.synthetic ? <SyntheticMark /> : null}
            </>
          ),
        },
        { head: 'State', cell: ({ state }) => <Tag text={STATE_WORDS[state]} /> },
        { head: 'Opened', cell: ({ opensOn }) => longDate(opensOn) },
        { head: 'Last day to comment', cell: ({ closesOn }) => longDate(closesOn) },
        ...(counted
          ? [{ head: 'Proposals', number: true, cell: ({ proposals }: ListedReview) => proposals ?? '–' }]
          : []),
        { head: 'Decision', cell: Decided },
      ]}
    />
  );
}

function Decided({ state, plan }: ListedReview) {
  if (state === 'abandoned') return <>none: abandoned</>;
  if (plan === null) return <>not yet</>;
  return (
    <a class="govuk-link" href={`/allocation/plans/${plan}`}>
      {state === 'decided' ? `Plan ${plan}` : `Plan ${plan}, not published`}
    </a>
  );
}
