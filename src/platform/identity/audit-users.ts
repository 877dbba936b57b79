import type { Act, Principal } from '../access/model.ts';
import { type AuditEntry, actingRole, recordAudit } from '../audit/index.ts';
import type { Records } from '../database/index.ts';

/** What is written down about people, sign-ins and roles. */
export interface UsersEntry extends Pick<AuditEntry, 'actor' | 'role' | 'subject' | 'reason' | 'detail'> {
  /** "users." and what was done. */
  action: `users.${string}`;
  /** The person it was done to; null where it is not known who. */
  whom: string | null;
}

/** Writes a row of the audit about people, sign-ins and roles, in the transaction of what it speaks of, and last in it. */
export async function auditUsers(trx: Records, entry: UsersEntry): Promise<void> {
  await recordAudit(trx, { module: 'users', ...entry });
}

/** The role under which a principal keeps users and roles, in words; null for none. */
export const usersRole = (principal: Principal, act: Act): string | null =>
  actingRole(principal, { module: 'users', act, place: null });
