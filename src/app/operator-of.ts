import { NotAllowed, type Principal } from '../platform/access/index.ts';
import { actAs } from '../platform/identity/service.ts';
import type { Platform } from '../platform/platform.ts';

/**
 * Who acts on the command line: the owner of the data folder, and the person they name.
 * @param asUser e-mail or identity of a person whose roles are added; null for nobody
 * @throws NotAllowed when nobody active is called so
 */
export async function operatorOf(
  system: Platform,
  { name, asUser }: { name: string; asUser: string | null },
): Promise<Principal> {
  if (asUser === null) return { kind: 'operator', name, as: null };
  const found = await actAs(system, asUser);
  if (found === null)
    throw new NotAllowed(
      `Nobody active is called "${asUser}": name a person by e-mail; "wardroom user list" shows them.`,
    );
  const { person, grants } = found;
  return { kind: 'operator', name, as: { person, grants } };
}
