import { useContext } from 'preact/hooks';
import { PageVisitContext } from '../../ui/page-visit.ts';
import { Panel } from '../../ui/panel.tsx';

/** What to do where no month is closed and nothing of before is imported. */
export function NothingYet() {
  const { maySee } = useContext(PageVisitContext);
  return (
    <>
      <p class="w-answer">
        <b>Not recorded yet.</b> No month of duties is closed, and nothing of what was recorded before is imported.
      </p>
      <Panel title="What makes this page">
        <ul class="w-body-list">
          <li>
            Duties: an inspector takes in a{' '}
            <a href="/ringfence/rosters" class="govuk-link">
              roster
            </a>
            , and officers say on{' '}
            <a href="/today" class="govuk-link">
              today
            </a>{' '}
            when they are called away. A month comes out here by the calendar, in the month after it, whether it is
            complete or not.
          </li>
          <li>
            What was recorded before: the table of dedicated ward officers’ abstractions of the London Datastore, by
            borough or by team.{' '}
            {maySee.imports ? (
              <a href="/import" class="govuk-link">
                Import it
              </a>
            ) : (
              'Whoever may import files imports it.'
            )}
          </li>
        </ul>
      </Panel>
    </>
  );
}
