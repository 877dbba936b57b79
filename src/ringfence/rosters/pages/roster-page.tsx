import { FormPage } from '../../../ui/form-page.tsx';
import { moment } from '../../../ui/moment.ts';
import { NotificationBanner } from '../../../ui/notification-banner.tsx';
import type { KeptHeldRow, KeptRoster } from '../kept.ts';
import { CountsTable } from './counts-table.tsx';
import { HeldTable } from './held-table.tsx';

const DONE: Readonly<Record<string, string>> = {
  taken: 'The roster is taken in.',
  settled: 'The row is settled.',
};

/** A roster that was taken in: what it did, and its rows that were held back. */
export function RosterPage({ roster, held, done }: { roster: KeptRoster; held: readonly KeptHeldRow[]; done: string }) {
  const said = DONE[done];
  return (
    <FormPage
      title={roster.name}
      active="/ringfence/team"
      above={[
        { text: 'My team', href: '/ringfence/team' },
        { text: 'Rosters', href: '/ringfence/rosters' },
      ]}
      synthetic={roster.synthetic}
    >
      {said === undefined ? null : <NotificationBanner success heading={said} />}
      <p class="w-note">
        A roster of {roster.unit}, taken in {moment(roster.takenInAt)}.
      </p>
      <CountsTable caption="What it did" counts={roster.counts} synthetic={roster.synthetic} />
      {held.length === 0 ? null : (
        <HeldTable
          rows={held.map((row) => ({ ...row, settled: row.settledAt === null ? null : moment(row.settledAt) }))}
          settle={`/ringfence/rosters/${roster.id}/settle`}
        />
      )}
    </FormPage>
  );
}
