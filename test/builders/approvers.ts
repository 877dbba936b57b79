import { sql } from 'kysely';
import type { Role } from '../../src/platform/access/index.ts';
import type { Principal } from '../../src/platform/access/model.ts';
import type { Records } from '../../src/platform/database/index.ts';

/** Somebody of a role in Central North; the same letter is the same person. */
export function somebody(letter: string, role: Role, at: { borough?: string; ward?: string } = {}): Principal {
  const scope = { unit: 'Central North', borough: at.borough ?? null, ward: at.ward ?? null };
  const organisation = role === 'council' ? 'Camden Council' : null;
  return {
    kind: 'person',
    person: personId(letter),
    grants: [{ role, scope, organisation }],
    demonstration: false,
    steppedUp: false,
  };
}

/** Identity of the person of a letter from a to f. */
export const personId = (letter: string) => `person:${letter.repeat(16)}`;

/**
 * Keeps that people of these letters have held a role that approves roles.
 * @param records Wardroom's own
 */
export async function holdApprovers(
  records: Records,
  letters: readonly string[],
  { madeUp = false }: { madeUp?: boolean } = {},
): Promise<void> {
  if (madeUp)
    await sql`insert into identity.demonstration (state, changed_by) values ('on', 'wardroom')`.execute(records);
  const [first = '', ...others] = letters.map(personId);
  for (const id of [first, ...others].filter((each) => each !== ''))
    await sql`insert into identity.person (id, name, email, state, demonstration, first_administrator, created_at)
      values (${id}, ${id}, ${`${id.slice(7)}@example.org`}, 'active', ${madeUp}, ${id === first && !madeUp}, now())`.execute(
      records,
    );
  // A second factor that nobody holds: a role is approved for nobody without one.
  for (const letter of madeUp ? [] : letters)
    await sql`insert into identity.totp (person, sealed, confirmed_at) values (${personId(letter)}, '\\x00', now())`.execute(
      records,
    );
  const approver = (id: string, by: string) =>
    sql`insert into identity.role_grant (id, person, role, unit, may_approve, from_date, proposed_by, proposed_at,
      approved_by, approved_at, alone)
    values (${id.replace('person', 'grant')}, ${id}, 'command', 'Central North', true, '2026-01-01', 'wardroom', now(),
      ${by}, now(), ${by === 'wardroom'})`.execute(records);
  if (first !== '') await approver(first, 'wardroom');
  for (const id of others) await approver(id, madeUp ? 'wardroom' : first);
}
