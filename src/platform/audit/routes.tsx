import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isDate } from '../../lib/calendar/is-date.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import type { FormProblem } from '../../ui/form-page.tsx';
import type { Platform } from '../platform.ts';
import { Conflict, html, localPath } from '../web/index.ts';
import { headsRoutes, listedHead } from './heads-routes.tsx';
import { AskReasonPage } from './pages/ask-reason-page.tsx';
import { AuditPage } from './pages/audit-page.tsx';
import { type AuditTyped, addressOf, queryOf } from './pages/audit-query.ts';
import { CheckPage } from './pages/check-page.tsx';
import { makeReasons, type Reasons } from './reasons.ts';
import { Refusal } from './refusal.ts';
import type { Safekeeping } from './safekeeping.ts';
import { sendFile } from './send-file.ts';
import { auditHeads, exportAudit, exportHead, searchAudit, verifyAudit } from './service.ts';

/** What the pages of the audit are handed by app/. */
export interface AuditRoutesSettings {
  safekeeping: Safekeeping;
  /** Everybody that the audit may speak of, by name. */
  people: (platform: Platform) => Promise<readonly { id: string; name: string }[]>;
}

const READS = { access: { kind: 'allowed', module: 'audit', act: 'read' } } as const;
const READS_ALL = { ...READS, pace: 'heavy' } as const;
const HEADS_SHOWN = 12;

const text = z.string().max(200).catch('');
const typedQuery = z.object({ who: text, whom: text, what: text, module: text, from: text, to: text });
const pageQuery = z.object({ before: z.coerce.number().int().positive().optional().catch(undefined) });
const reasonForm = z.object({ reason: z.string().max(1000).catch(''), next: z.string().optional().catch(undefined) });
const nextQuery = z.object({ next: z.string().optional() });

/** Mounts the audit: why, then what; the proof that nothing was rewritten; and the heads, for anyone. */
export function auditRoutes(server: FastifyInstance, settings: AuditRoutesSettings): void {
  const reasons = makeReasons();
  reasonRoutes(server, reasons);
  searchRoutes(server, settings, reasons);
  checkRoutes(server, settings);
  headsRoutes(server, settings.safekeeping);
}

/** Without a session, as when Wardroom itself asks, a reason is nobody's. */
const sessionOf = ({ visit }: FastifyRequest): string => visit.session?.id ?? 'nobody';

function reasonRoutes(server: FastifyInstance, reasons: Reasons): void {
  server.get('/audit/reason', { config: READS }, async ({ query }, reply) => {
    const next = auditPath(nextQuery.safeParse(query).data?.next);
    return html(reply, <AskReasonPage next={next} problems={[]} />);
  });

  server.post('/audit/reason', { config: READS }, async (request, reply) => {
    const { reason, next: asked } = reasonForm.parse(request.body ?? {});
    const next = auditPath(asked);
    if (reason.trim() === '') {
      const problems = [{ field: 'reason', sentence: 'Say why you look at the audit, in a few words.' }];
      return html(reply, <AskReasonPage next={next} problems={problems} />, 400);
    }
    reasons.give(sessionOf(request), reason.trim(), request.platform.now());
    return reply.redirect(next, 303);
  });
}

function searchRoutes(server: FastifyInstance, { people }: AuditRoutesSettings, reasons: Reasons): void {
  const askFirst = (reply: FastifyReply, url: string) =>
    reply.redirect(`/audit/reason?next=${encodeURIComponent(url)}`, 303);

  server.get('/audit', { config: READS }, async (request, reply) => {
    const { platform, query } = request;
    const reason = reasons.of(sessionOf(request), platform.now());
    if (reason === null) return askFirst(reply, request.url);
    const typed: AuditTyped = typedQuery.parse(query);
    const problems = dayProblems(typed);
    const before = pageQuery.parse(query).before ?? null;
    const found = problems.length > 0 ? null : await searchAudit(platform, { ...queryOf(typed, before), reason });
    const listed = await people(platform);
    const model = { typed, reason, people: listed, found, later: before !== null, problems };
    return html(reply, <AuditPage {...model} />, problems.length === 0 ? 200 : 400);
  });

  server.get('/audit/entries.csv', { config: READS_ALL }, async (request, reply) => {
    const { platform, query } = request;
    const reason = reasons.of(sessionOf(request), platform.now());
    const typed: AuditTyped = typedQuery.parse(query);
    // Asked for its reason a file would be a page: the search is shown again, and offers the file.
    if (reason === null || dayProblems(typed).length > 0) return askFirst(reply, addressOf('/audit', typed));
    const { csv } = await refusedAsConflict(() => exportAudit(platform, { ...queryOf(typed, null), reason }));
    return sendFile(reply, {
      name: `audit-${todayInLondon(platform.now())}.csv`,
      type: 'text/csv; charset=utf-8; header=present',
      content: csv,
    });
  });
}

function checkRoutes(server: FastifyInstance, { safekeeping }: AuditRoutesSettings): void {
  server.get('/audit/check', { config: READS_ALL }, async ({ platform }, reply) => {
    const report = await verifyAudit(platform, safekeeping);
    const heads = await auditHeads(platform, safekeeping, HEADS_SHOWN);
    return html(reply, <CheckPage report={report} heads={heads.map(listedHead)} />);
  });

  server.post('/audit/heads', { config: READS_ALL }, async ({ platform }, reply) => {
    await refusedAsConflict(() => exportHead(platform, safekeeping));
    return reply.redirect('/audit/check', 303);
  });
}

/** Where to go on with a reason given: to the audit, and nowhere else. */
function auditPath(asked: string | undefined): string {
  const path = localPath(asked);
  return path !== null && /^\/audit(\?|$)/.test(path) ? path : '/audit';
}

function dayProblems({ from, to }: AuditTyped): FormProblem[] {
  const days = { from, to };
  const wrong = Object.entries(days).filter(([, day]) => day !== '' && !isDate(day));
  return wrong.map(([field]) => ({ field, sentence: 'Choose a day, or type it as 2026-03-10.' }));
}

/** What the audit cannot do is for the reader to know, in its own sentence. */
async function refusedAsConflict<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw error instanceof Refusal ? new Conflict(error.message, { cause: error }) : error;
  }
}
