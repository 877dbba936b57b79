import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import type { RoleGrant } from './model.ts';

/**
 * Whether a role was held on a day, for any part of it: from its first day, or from its approval where that came later,
 * to its last, or to the day it was ended. Says of a list what readRolesHeld() asks the records about one person.
 * @param day in London, "2026-03-10"
 */
export function isHeldOn(grant: RoleGrant, day: string): boolean {
  if (grant.approvedAt === null || grant.from > day || todayInLondon(grant.approvedAt) > day) return false;
  if (grant.until !== null && grant.until < day) return false;
  return grant.endedAt === null || todayInLondon(grant.endedAt) >= day;
}

/** Whether a role is held now: as on the day, and nobody ended it. */
export function isHeldNow(grant: RoleGrant, today: string): boolean {
  return grant.state === 'approved' && isHeldOn(grant, today);
}
