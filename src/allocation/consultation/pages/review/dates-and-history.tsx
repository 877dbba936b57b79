import { longDate } from '../../../../ui/long-date.ts';
import { moment } from '../../../../ui/moment.ts';
import { SummaryList } from '../../../../ui/summary-list.tsx';
import type { Review } from '../../model.ts';

/** One version of a review, for a reader. */
export interface ReviewVersionShown {
  version: number;
  /** Who, in words. */
  who: string;
  at: Date;
  /** Why it was changed; empty for the first. */
  because: string;
  /** What it changed, in sentences; none for the first. */
  changes: string[];
}

type Dates = Pick<Review, 'opensOn' | 'closesOn' | 'inForceFrom'>;

/** The days of a review, and every version it had: who, when, why. */
export function DatesAndHistory({ review, versions }: { review: Dates; versions: readonly ReviewVersionShown[] }) {
  return (
    <section class="w-section" aria-labelledby="history">
      <h2 class="w-h2" id="history">
        Dates and history
      </h2>
      <SummaryList
        rows={[
          { key: 'Opened', value: longDate(review.opensOn) },
          { key: 'Last day to comment', value: longDate(review.closesOn) },
          { key: 'Its plan is to be in force from', value: longDate(review.inForceFrom) },
        ]}
      />
      <ol class="w-body-list" aria-label="Versions">
        {versions.map(({ version, who, at, because, changes }) => (
          <li key={version}>
            {version === 1 ? 'Opened' : 'Changed'} by {who}, {moment(at)}. {changes.join(' ')}{' '}
            {because === '' ? '' : `Why: ${because}`}
          </li>
        ))}
      </ol>
    </section>
  );
}
