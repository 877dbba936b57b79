import { longDate } from '../../../ui/long-date.ts';
import { SyntheticMark } from '../../../ui/synthetic-mark.tsx';
import { proposalOf } from '../../what-if/address-of.ts';

/** A review that is open on the day, for who may see it. */
export interface OpenReview {
  id: number;
  /** "2026-1". */
  number: string;
  name: string;
  /** Last day on which proposals are taken. */
  closesOn: string;
  synthetic: boolean;
  /** Whether its notice is published, so that anyone may know of it. */
  announced: boolean;
  /** Whether the reader speaks for a party that is asked. */
  mayAnswer: boolean;
}

/** Above the title: what is asked at the moment, and until when. */
export function OpenReviews({ reviews }: { reviews: readonly OpenReview[] }) {
  return reviews
    .filter(({ announced }) => announced)
    .map(({ id, number, closesOn, synthetic }) => (
      <span key={id} class="w-over">
        <a class="govuk-link" href={`/allocation/reviews/${id}`}>
          Review {numberText(number)}
        </a>{' '}
        · open for comment until {longDate(closesOn)} {synthetic ? <SyntheticMark /> : null}
      </span>
    ));
}

/** "2026–1". */
const numberText = (number: string) => number.replace('-', '–');

/** The way from numbers tried to a proposal of the reader's own; the addresses follow the sliders. */
export function SaveAsProposal({
  reviews,
  weights,
  wrong,
}: {
  reviews: readonly OpenReview[];
  weights: Record<string, string>;
  /** Whether a field is wrong: then there is nothing to save. */
  wrong: boolean;
}) {
  return reviews
    .filter(({ mayAnswer }) => mayAnswer)
    .map(({ id, number, name }, _place, several) => (
      <p key={id} class="w-body" hidden={wrong}>
        <a
          class="govuk-link"
          data-proposal={`/allocation/reviews/${id}/propose`}
          href={`/allocation/reviews/${id}/propose?${proposalOf(weights)}`}
        >
          Save as your proposal{several.length > 1 ? ` in review ${numberText(number)}, ${name}` : ''}
        </a>
      </p>
    ));
}
