import { sql } from 'kysely';
import type { Records } from '../database/index.ts';

/** What JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

export interface AuditEntry {
  /** Who acted: "cli:anna" or "local operator". */
  actor: string;
  /** The service function's name in the field's words: "sources.import", "allocation.adopt". */
  action: string;
  /** What it was done to: a vintage, a unit, an import's number. */
  subject: string;
  detail?: Json;
}

/**
 * Writes down who did what, in the transaction of the write itself, so that neither exists without the other.
 * @example
 * await platform.records.transaction().execute(async (trx) => {
 *   await adoptPlan(trx, plan);
 *   await recordAudit(trx, { actor: platform.actor, action: 'allocation.adopt', subject: plan.unit });
 * });
 */
export async function recordAudit(trx: Records, entry: AuditEntry): Promise<void> {
  const detail = JSON.stringify(entry.detail ?? {});
  await sql`insert into platform.audit (actor, action, subject, detail)
    values (${entry.actor}, ${entry.action}, ${entry.subject}, ${detail}::jsonb)`.execute(trx);
}
