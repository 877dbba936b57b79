import { sql } from 'kysely';
import { InvalidArgument } from '../../lib/invalid-argument.ts';
import type { Records } from '../database/index.ts';
import { canonicalJson } from './canonical-json.ts';
import type { AuditEntry } from './model.ts';
import { moduleOf } from './module-of.ts';

/**
 * Writes down who did what, in the transaction of the write itself, so that neither exists without the other. Whoever
 * writes next waits until that transaction is over: with a write, call it last; with a read of restricted records, first.
 * @returns the entry's number
 * @throws InvalidArgument for text that no record can hold
 * @example
 * await platform.records.transaction().execute(async (trx) => {
 *   await adoptPlan(trx, plan);
 *   await recordAudit(trx, { actor: platform.actor, action: 'allocation.adopt-plan', subject: plan.unit });
 * });
 */
export async function recordAudit(trx: Records, entry: AuditEntry): Promise<number> {
  const { actor, action, subject, role = null, whom = null, reason = null } = entry;
  const module = entry.module ?? moduleOf(action);
  for (const text of [actor, action, subject, role, whom, reason]) requireText(text);
  const detail = canonicalJson(entry.detail ?? {});
  const { rows } = await sql<{
    seq: number;
  }>`select platform.append_audit(${module}::text, ${actor}::text, ${role}::text,
    ${action}::text, ${subject}::text, ${whom}::text, ${reason}::text, ${detail}::text) as seq`.execute(trx);
  return rows[0]?.seq ?? 0;
}

/** Text of the records has no NUL, and a half of a pair would be written as another character. */
function requireText(text: string | null): void {
  if (text === null || !/\0|\p{Surrogate}/u.test(text)) return;
  throw new InvalidArgument('The audit cannot keep text with characters that are none: take them out and try again.');
}
