import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import { ownWork } from '../../access/index.ts';
import type { Records } from '../../database/index.ts';
import type { Platform } from '../../platform.ts';
import { auditUsers } from '../audit-users.ts';
import { daysKept, RETENTION_DAYS, type RetentionDays, type SignInRemains } from './retention-days.ts';
import { deleteOldCounters, deleteOldLinks, deleteOldSessions } from './retention-store.ts';

/** How many of each were deleted. */
export type Deleted = Readonly<Record<SignInRemains, number>>;

const DAY_MILLISECONDS = 24 * 3_600_000;
const DELETE: Readonly<Record<SignInRemains, (trx: Records, before: Date) => Promise<number>>> = {
  sessions: deleteOldSessions,
  links: deleteOldLinks,
  counters: deleteOldCounters,
};

/**
 * Deletes ended sessions, used links and old counters whose time is over. One entry of the audit says how many, and where
 * there were none there is no entry. Of several servers that do it at once one finds them.
 */
export const deleteOldSignIns = ownWork(
  'users.delete-old-sign-ins',
  async ({ records, now, actor }: Platform, settings: readonly RetentionDays[] = RETENTION_DAYS): Promise<Deleted> =>
    records.transaction().execute(async (trx) => {
      const at = now();
      const remove = async (what: SignInRemains): Promise<number> => {
        const days = daysKept(settings, what, todayInLondon(at));
        return days === null ? 0 : DELETE[what](trx, new Date(at.getTime() - days * DAY_MILLISECONDS));
      };
      const deleted = {
        sessions: await remove('sessions'),
        links: await remove('links'),
        counters: await remove('counters'),
      };
      const any = Object.values(deleted).some((count) => count > 0);
      const entry = { actor, action: 'users.delete-old-sign-ins', subject: 'sign-ins', whom: null } as const;
      if (any) await auditUsers(trx, { ...entry, detail: deleted });
      return deleted;
    }),
);
