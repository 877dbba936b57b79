import type { Principal } from '../platform/access/index.ts';
import { actAs } from '../platform/identity/service.ts';
import type { Platform } from '../platform/platform.ts';

/** Somebody with the roles they hold now, for work of theirs that a process left undone; null for nobody who is active. */
export async function whoIs(system: Platform, person: string): Promise<Principal | null> {
  const found = await actAs(system, person);
  if (found === null) return null;
  return { kind: 'person', person: found.person, grants: found.grants, demonstration: false, steppedUp: false };
}
