import type { ComponentChildren } from 'preact';
import { DataTable } from '../../../ui/data-table.tsx';
import { moment } from '../../../ui/moment.ts';
import { sayActor } from '../../audit/say-entry.ts';
import { isHeldNow } from '../is-held-on.ts';
import type { RoleGrant } from '../model.ts';
import type { PlaceName } from '../role-words.ts';
import { sayDates, sayGrant } from './says.ts';

/** What roles are told with. */
export interface RoleWords {
  today: string;
  placeName: PlaceName;
  /** Names by identity. */
  names: ReadonlyMap<string, string>;
}

export interface RolesTableProps extends RoleWords {
  caption: string;
  grants: readonly RoleGrant[];
  /** What can be done about each; left out where nothing can. */
  action?: (grant: RoleGrant) => ComponentChildren;
}

/** Roles with their dates, and who proposed, approved and ended them. */
export function RolesTable({ caption, grants, action, ...words }: RolesTableProps) {
  return (
    <DataTable
      caption={caption}
      rows={[...grants]}
      rowKey={({ id }) => id}
      phones="stack"
      columns={[
        { head: 'Role', rowHeader: true, cell: (grant) => sayGrant(grant, words.placeName) },
        { head: 'Dates', cell: sayDates },
        { head: 'State', cell: (grant) => sayState(grant, words.today) },
        { head: 'On record', full: true, cell: (grant) => <OnRecord grant={grant} names={words.names} /> },
        ...(action === undefined
          ? []
          : [{ head: 'What you can do', hideHead: true, full: true, cell: (grant: RoleGrant) => action(grant) }]),
      ]}
    />
  );
}

/** What became of a role, as on a day. */
export function sayState(grant: RoleGrant, today: string): string {
  if (grant.state === 'proposed') return 'Waits for a second person';
  if (grant.state === 'declined') return 'Declined';
  if (grant.state === 'ended') return 'Ended';
  if (isHeldNow(grant, today)) return 'Held today';
  return grant.from > today ? 'Not yet' : 'Over';
}

function OnRecord({ grant, names }: { grant: RoleGrant; names: ReadonlyMap<string, string> }) {
  const { proposedBy, proposedAt, approvedBy, approvedAt, alone, endedBy, endedAt, endReason, state } = grant;
  const lines = [
    `Proposed by ${sayActor(proposedBy, names)}, ${moment(proposedAt)}.`,
    ...(approvedBy === null || approvedAt === null
      ? []
      : [`Approved ${alone ? 'alone ' : ''}by ${sayActor(approvedBy, names)}, ${moment(approvedAt)}.`]),
    ...(endedBy === null || endedAt === null
      ? []
      : [
          `${state === 'declined' ? 'Declined' : 'Ended'} by ${sayActor(endedBy, names)}, ${moment(endedAt)}: ${endReason}`,
        ]),
  ];
  return (
    <small>
      {lines.map((line) => (
        <div key={line}>{line}</div>
      ))}
    </small>
  );
}
