import { todayInLondon } from '../../../../lib/calendar/today-in-london.ts';
import { longDate } from '../../../../ui/long-date.ts';
import { moment } from '../../../../ui/moment.ts';
import { SummaryList } from '../../../../ui/summary-list.tsx';
import type { Review } from '../../model.ts';

/** One thing that happened to a review, for a reader. */
export interface HappenedShown {
  /** Such as "Opened" or "Public notice published". */
  what: string;
  /** Who, in words; null where the reader is told the day alone. */
  who: string | null;
  at: Date;
  /** Why; empty where nothing was said. */
  because: string;
  /** What it changed, in sentences; none where it changed nothing of the review. */
  changes: string[];
}

type Dates = Pick<Review, 'opensOn' | 'closesOn' | 'inForceFrom'>;

/** The days of a review, and everything that happened to it in order: what, who, when, why. */
export function DatesAndHistory({ review, history }: { review: Dates; history: readonly HappenedShown[] }) {
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
      <History history={history} />
    </section>
  );
}

/** What happened, the first first. */
export function History({ history }: { history: readonly HappenedShown[] }) {
  return (
    <ol class="w-body-list" aria-label="What happened">
      {history
        .toSorted((a, b) => a.at.getTime() - b.at.getTime())
        .map(({ what, who, at, because, changes }) => (
          <li key={`${what} ${at.toISOString()}`}>
            {what}
            {who === null ? ` on ${longDate(todayInLondon(at))}.` : ` by ${who}, ${moment(at)}.`} {changes.join(' ')}{' '}
            {because === '' ? '' : `Why: ${because}`}
          </li>
        ))}
    </ol>
  );
}
