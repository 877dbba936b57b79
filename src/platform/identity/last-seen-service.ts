import { guarded } from '../access/index.ts';
import type { Platform } from '../platform.ts';
import type { PersonId } from './model.ts';
import { readLastSeen } from './session-store.ts';

/** When each person was last seen, to the minute; nobody who never signed in. */
export const lastSeenOfPeople = guarded(
  { name: 'users.last-seen', module: 'users', act: 'read' },
  ({ records }: Platform): Promise<ReadonlyMap<PersonId, Date>> => records.transaction().execute(readLastSeen),
);
