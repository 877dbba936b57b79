import { Page } from '../../../ui/layout.tsx';
import { DoList } from './do-list.tsx';

/** For a sergeant or inspector of whose wards nothing is recorded yet: why, and what to do. */
export function NoTeamPage() {
  return (
    <Page
      title="My team"
      active="/ringfence/team"
      unit={null}
      synthetic={false}
      breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'My team' }]}
    >
      <h1 class="w-title">My team</h1>
      <p class="w-lead">No duty is recorded of a ward that you lead or answer for.</p>
      <ul class="w-body-list">
        <li>
          A team is who is posted to your ward in the post book: your inspector links you with the officer you are
          there.
        </li>
        <li>
          Duties come from{' '}
          <a class="govuk-link" href="/ringfence/rosters">
            a roster
          </a>
          , or are entered by hand.
        </li>
      </ul>
      <DoList here="/ringfence/team" />
    </Page>
  );
}
