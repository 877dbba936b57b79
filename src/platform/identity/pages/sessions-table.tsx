import type { ComponentChildren } from 'preact';
import { DataTable } from '../../../ui/data-table.tsx';
import { moment } from '../../../ui/moment.ts';
import type { Session } from '../model.ts';
import { MEANS_WORDS } from './says.ts';

export interface SessionsTableProps {
  caption: string;
  sessions: readonly Session[];
  /** The session of this page, where it is one of them. */
  here: string | null;
  /** How each is ended. */
  end: (session: Session) => ComponentChildren;
}

/** Where somebody is signed in. */
export function SessionsTable({ caption, sessions, here, end }: SessionsTableProps) {
  return (
    <DataTable
      caption={caption}
      rows={[...sessions]}
      rowKey={({ id }) => id}
      isHere={({ id }) => id === here}
      phones="stack"
      columns={[
        {
          head: 'Browser',
          rowHeader: true,
          cell: ({ browser, id }) => (id === here ? `${browser} (this one)` : browser),
        },
        { head: 'Signed in with', cell: ({ means }) => MEANS_WORDS[means] },
        { head: 'Since', cell: ({ startedAt }) => moment(startedAt) },
        { head: 'Last seen', cell: ({ lastSeenAt }) => moment(lastSeenAt) },
        { head: 'End it', hideHead: true, full: true, cell: end },
      ]}
    />
  );
}
