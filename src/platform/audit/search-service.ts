import { isDate } from '../../lib/calendar/is-date.ts';
import { csvLines, type TableColumn } from '../../lib/tables/index.ts';
import { guarded, meetConditions } from '../access/index.ts';
import type { Platform } from '../platform.ts';
import { recordAudit } from './record-audit-store.ts';
import { Refusal } from './refusal.ts';
import { actingRole } from './say-role.ts';
import { type AuditQuery, type FoundEntry, findEntries, proveReason } from './search-store.ts';

/** A query with why it is asked; the audit keeps both. */
export type AskedAudit = AuditQuery & { reason: string };

export interface AuditPage {
  entries: FoundEntry[];
  /** The number to give as `before` for the next page; null on the last. */
  next: number | null;
}

const ENTRIES_A_PAGE = 50;
const MOST_EXPORTED = 100_000;
/** look() refuses without one. */
const WITH_REASON = () => ['reason'] as const;

/**
 * Finds entries of the audit, the latest first, a page at a time. That somebody looked, for what and why, is an entry too.
 * @throws Refusal without a reason, or for what is no date
 * @example
 * await searchAudit(platform, { who: 'cli:anna', from: '2026-03-01', reason: 'yearly review' });
 */
export const searchAudit = guarded(
  { name: 'audit.search', module: 'audit', act: 'read', met: WITH_REASON },
  async (platform: Platform, asked: AskedAudit): Promise<AuditPage> => {
    const found = await look(platform, 'audit.search', asked, ENTRIES_A_PAGE + 1);
    const entries = found.slice(0, ENTRIES_A_PAGE);
    return { entries, next: found.length > ENTRIES_A_PAGE ? (entries.at(-1)?.seq ?? null) : null };
  },
);

/**
 * All entries that fit, as CSV in which no text is taken for a formula.
 * @throws Refusal without a reason, for what is no date, or when there are more than 100,000
 */
export const exportAudit = guarded(
  { name: 'audit.export', module: 'audit', act: 'read', met: WITH_REASON },
  async (platform: Platform, asked: AskedAudit): Promise<{ csv: string; entries: number }> => {
    const found = await look(platform, 'audit.export', asked, MOST_EXPORTED + 1);
    if (found.length > MOST_EXPORTED) {
      throw new Refusal('More than 100,000 entries fit: choose fewer days, or one module after another.');
    }
    const rows = found.map((entry) => COLUMNS.map(({ name }) => cellOf(entry, name)));
    return { csv: [...csvLines({ columns: COLUMNS, rows })].join(''), entries: found.length };
  },
);

async function look(platform: Platform, action: string, asked: AskedAudit, most: number): Promise<FoundEntry[]> {
  const { reason, ...query } = asked;
  if (reason.trim() === '')
    throw new Refusal('Say why you look at the audit: the reason is kept with what you looked for.');
  for (const day of [query.from, query.to]) {
    if (day !== undefined && !isDate(day)) throw new Refusal(`"${day}" is no date: write it as 2026-03-10.`);
  }
  // By itself, so that the entry stays when the read fails, and nobody who writes waits for a read that takes long.
  const own = await platform.records.transaction().execute((trx) =>
    recordAudit(trx, {
      actor: platform.actor,
      role: actingRole(platform.principal, { module: 'audit', act: 'read', place: null }),
      action,
      subject: 'the audit',
      whom: query.whom ?? null,
      reason: reason.trim(),
      detail: { ...query },
    }),
  );
  return platform.records.transaction().execute(async (trx) => {
    await meetConditions(trx, platform.principal, WITH_REASON());
    await proveReason(trx, own);
    return findEntries(trx, { ...query, before: Math.min(query.before ?? own, own) }, most);
  });
}

const column = (name: string, title: string, description: string, always = false): TableColumn => ({
  name,
  title,
  description,
  type: name === 'entry' ? 'whole number' : 'text',
  always,
});
const COLUMNS: readonly TableColumn[] = [
  column('entry', 'Entry', 'Number of the entry, contiguous from 1.', true),
  column('at', 'When', 'Instant in Coordinated Universal Time.', true),
  column('module', 'Module', 'Part of Wardroom it belongs to.', true),
  column('who', 'Who', 'Who acted; empty where the entry was erased.'),
  column('role', 'Role', 'Role under which they acted.'),
  column('action', 'Action', 'What was done.'),
  column('what', 'What', 'What it was done to.'),
  column('whom', 'On whom', 'Identity of the person it is about.'),
  column('reason', 'Reason', 'Why, in their own words.'),
  column('detail', 'Detail', 'What else was written down, as JSON.'),
];

function cellOf(entry: FoundEntry, name: string): string | number | null {
  const { seq, at, module, actor, role, action, subject, whom, reason, detail } = entry;
  const cells: Record<string, string | number | null> = {
    entry: seq,
    at,
    module,
    who: actor,
    role,
    action,
    what: subject,
    whom,
    reason,
    detail,
  };
  return cells[name] ?? null;
}
