import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { Refused } from '../../lib/refused.ts';
import { StaleEdit } from '../../platform/concurrency/index.ts';
import { Conflict, html, PUBLISHED } from '../../platform/web/index.ts';
import { ASSET_POLICY } from '../../platform/web/security-headers.ts';
import type { FormProblem } from '../../ui/form-page.tsx';
import { bringBack, callAway } from '../absences/absence-service.ts';
import { confirmDuty, planDuty } from '../duties/duty-service.ts';
import { officerActing } from '../officers/officer-acting-service.ts';
import { changeAwayRoutes } from './change-away-routes.tsx';
import { ownToday } from './own-today-service.ts';
import { readChoice } from './reasons-offered.ts';
import { ShellPage } from './shell-page.tsx';
import { TodayPage } from './today-page.tsx';
import { orderOf } from './usual-order.ts';

/** Officers and whoever else has duties of their own; the page says so to who has none. */
const WRITES = { kind: 'allowed', module: 'duties', act: 'write' } as const;
const awayForm = z.object({
  duty: z.coerce.number().int().catch(-1),
  absence: z.guid().catch(''),
  choice: z.string().max(120).catch(''),
  orderedBy: z.string().max(40).catch(''),
});
const backForm = z.object({ absence: z.guid().catch('') });
const confirmForm = z.object({ id: z.coerce.number().int().catch(-1), version: z.coerce.number().int().catch(-1) });
const typedTime = z.string().max(20).catch('');
const dutyForm = z.object({ start: typedTime, end: typedTime });
const doneQuery = z.object({ done: z.string().optional() });

const DONE: Readonly<Record<string, string>> = {
  away: 'Recorded: you are away from now.',
  back: 'Recorded: you are back.',
  already: 'That was recorded already: see below.',
  confirmed: 'Confirmed. Thank you.',
  duty: 'Your duty is recorded.',
  changed: 'Changed. What was recorded first stays beside it.',
};

/** Mounts an officer's page of the day, and what lets it open without network. */
export function todayRoutes(server: FastifyInstance): void {
  server.get('/today', { config: { access: WRITES } }, (request, reply) => {
    const { done = '' } = doneQuery.catch({}).parse(request.query);
    return show(request, reply, { done: DONE[done] ?? null });
  });

  server.post('/today/away', { config: { access: WRITES } }, (request, reply) =>
    doing(request, reply, async () => {
      const { duty, absence, choice, orderedBy } = awayForm.parse(request.body ?? {});
      const { today } = await ownToday(request.platform);
      const chosen = today === null ? null : readChoice(choice, today);
      if (today === null || today.duty !== duty || chosen === null) throw new Refused([NOT_OFFERED]);
      const by = orderOf(orderedBy, chosen.reason, today.orderedBy);
      const { kind } = await callAway(request.platform, {
        ...{ id: absence === '' ? randomUUID() : absence, duty, from: request.platform.now(), ...chosen },
        order: by === null ? null : { by },
      });
      return kind === 'already' ? 'already' : 'away';
    }),
  );

  server.post('/today/back', { config: { access: WRITES } }, (request, reply) =>
    doing(request, reply, async () => {
      const { absence } = backForm.parse(request.body ?? {});
      if (absence === '') throw new Refused([NOT_OFFERED]);
      const { kind } = await bringBack(request.platform, { id: absence, to: request.platform.now() });
      return kind === 'already' ? 'already' : 'back';
    }),
  );

  server.post('/today/duty', { config: { access: WRITES } }, (request, reply) =>
    doing(request, reply, async () => {
      const { platform, body } = request;
      const officer = await officerActing(platform);
      if (officer === null) throw new Refused([NOT_OFFERED]);
      const { start, end } = dutyForm.parse(body ?? {});
      const day = todayInLondon(platform.now());
      await planDuty(platform, { officer: officer.officer, day, start, end, kind: 'ward' });
      return 'duty';
    }),
  );

  server.post('/today/confirm', { config: { access: WRITES } }, (request, reply) =>
    doing(request, reply, async () => {
      await confirmDuty(request.platform, confirmForm.parse(request.body ?? {}));
      return 'confirmed';
    }),
  );

  changeAwayRoutes(server);
  withoutNetwork(server);
}

const NOT_OFFERED: FormProblem = {
  field: null,
  sentence: 'That duty or reason is not on offer any more: choose again from what is shown now.',
};
const CHANGED_FIRST: FormProblem = {
  field: null,
  sentence: 'Somebody changed this first, so nothing was written: below is how it stands now.',
};

/** The page, and the worker that keeps it: nobody’s, whoever asks. */
function withoutNetwork(server: FastifyInstance): void {
  server.get('/today/shell', { config: { access: PUBLISHED, asksNobody: true } }, (_request, reply) =>
    html(reply, <ShellPage />),
  );
  server.get('/today/worker.js', { config: { access: PUBLISHED, asksNobody: true } }, (_request, reply) =>
    reply
      .header('content-security-policy', ASSET_POLICY)
      .header('service-worker-allowed', '/today')
      .header('cache-control', 'public, no-cache')
      .sendFile('islands/today-worker.js'),
  );
}

async function show(
  request: FastifyRequest,
  reply: FastifyReply,
  { done = null, problems = [] }: { done?: string | null; problems?: readonly FormProblem[] },
  status = 200,
): Promise<FastifyReply> {
  const own = await ownToday(request.platform);
  const model = { own, now: request.platform.now(), done, problems, nextAbsence: randomUUID() };
  return html(reply, <TodayPage {...model} />, status);
}

/** Does what a tap asks and goes back to the page; where it is refused the page says why. */
async function doing(request: FastifyRequest, reply: FastifyReply, act: () => Promise<string>): Promise<FastifyReply> {
  try {
    return reply.redirect(`/today?done=${await act()}`, 303);
  } catch (error) {
    const problems = problemsOf(error);
    if (problems === null) throw error;
    return show(request, reply, { problems }, error instanceof Refused ? 400 : 409);
  }
}

function problemsOf(error: unknown): readonly FormProblem[] | null {
  if (error instanceof Refused) return error.problems.map(({ sentence }) => ({ field: null, sentence }));
  if (error instanceof StaleEdit) return [CHANGED_FIRST];
  return error instanceof Conflict ? [{ field: null, sentence: error.message }] : null;
}
