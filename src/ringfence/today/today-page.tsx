import { type FormProblem, ProblemSummary } from '../../ui/form-page.tsx';
import { Page } from '../../ui/layout.tsx';
import { AfterDuty } from './after-duty.tsx';
import type { OwnToday } from './own-today.ts';
import { type TodayShown, TodayView } from './today-view.tsx';

export interface TodayPageModel {
  own: OwnToday;
  now: Date;
  /** What was just done, in one sentence; null when nothing was. */
  done: string | null;
  problems: readonly FormProblem[];
  /** UUID for the next absence. */
  nextAbsence: string;
}

/**
 * An officer's own page of the day. The part above is drawn by the same component on the phone, from what is written beside
 * it; the page needs no script for any of it.
 */
export function TodayPage({ own, now, done, problems, nextAbsence }: TodayPageModel) {
  const { officer, today, said, day, synthetic } = own;
  const shown: TodayShown = {
    ...{ duty: today, day, said, queue: [], others: 0, contact: 'in touch' as const, nextAbsence },
  };
  const written = JSON.stringify({ shown, now: now.toISOString(), officer: officer?.reference ?? null });
  return (
    <Page title="Today" active="/today" unit={null} synthetic={synthetic} islands={['today']}>
      <div class="w-today">
        <ProblemSummary problems={problems} />
        <p class="w-today__says" id="today-says" role="status">
          {done ?? ''}
        </p>
        <div id="today" data-written={written}>
          <TodayView shown={shown} now={now} />
        </div>
        <AfterDuty own={own} />
      </div>
    </Page>
  );
}
