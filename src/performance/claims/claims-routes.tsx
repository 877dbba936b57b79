import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { Refused } from '../../lib/refused.ts';
import { Conflict, html, NotFound, PUBLISHED, sendTable } from '../../platform/web/index.ts';
import { claimAsked, loadClaimForm } from './claim-form-service.ts';
import {
  approveClaimAsked,
  type ClaimMoved,
  checkClaimsAsked,
  proposeClaimAsked,
  publishClaimAsked,
  withdrawClaimAsked,
} from './claim-moves-service.ts';
import { loadClaimPage, loadClaimsPage } from './claim-pages-service.ts';
import { claimsOpenTable } from './claims-open-table.ts';
import { ClaimFormPage } from './pages/claim-form-page.tsx';
import { ClaimPage } from './pages/claim-page.tsx';
import { ClaimsPage, claimAddress } from './pages/claims-page.tsx';

const WRITES = { access: { kind: 'allowed', module: 'performance', act: 'write' } } as const;
const APPROVES = { access: { kind: 'allowed', module: 'performance', act: 'approve' } } as const;
const HOME = '/performance/claims';

/** The fields of a form, each as text and whole: the services say what is too long, and it is shown again. */
const texts = z.record(z.string(), z.string().catch('')).catch({});

/** Mounts the register of public claims. */
export function claimsRoutes(server: FastifyInstance): void {
  readingRoutes(server);
  writingRoutes(server);
  movingRoutes(server);
}

function readingRoutes(server: FastifyInstance): void {
  server.get(HOME, { config: { access: PUBLISHED } }, async ({ platform }, reply) =>
    html(reply, <ClaimsPage {...(await loadClaimsPage(platform))} />),
  );
  for (const format of ['csv', 'json'] as const)
    server.get(`${HOME}.${format}`, { config: { access: PUBLISHED, pace: 'heavy' } }, async ({ platform }, reply) => {
      const { claims } = await loadClaimsPage(platform);
      return sendTable(reply, claimsOpenTable(claims, todayInLondon(platform.now())), format);
    });
  server.get(`${HOME}/:id`, { config: { access: PUBLISHED } }, async ({ platform, params }, reply) => {
    const model = await loadClaimPage(platform, claimIn(params));
    if (model === null) throw noClaim();
    return html(reply, <ClaimPage {...model} />);
  });
}

function writingRoutes(server: FastifyInstance): void {
  const form = async (reply: FastifyReply, model: Awaited<ReturnType<typeof loadClaimForm>>) => {
    if (model === null) throw noClaim();
    return html(reply, <ClaimFormPage {...model} />);
  };
  const sent = async (reply: FastifyReply, asked: Awaited<ReturnType<typeof claimAsked>>) => {
    if (asked.kind === 'unknown') throw noClaim();
    if (asked.kind === 'shown again') return html(reply, <ClaimFormPage {...asked.model} />, asked.status);
    return reply.redirect(claimAddress(asked.id), 303);
  };
  server.get(`${HOME}/new`, { config: WRITES }, async ({ platform }, reply) =>
    form(reply, await loadClaimForm(platform, null)),
  );
  server.post(`${HOME}/new`, { config: WRITES }, async ({ platform, body }, reply) =>
    sent(reply, await claimAsked(platform, null, texts.parse(body))),
  );
  server.get(`${HOME}/:id/edit`, { config: WRITES }, async ({ platform, params }, reply) =>
    form(reply, await loadClaimForm(platform, claimIn(params))),
  );
  server.post(`${HOME}/:id/edit`, { config: WRITES }, async ({ platform, params, body }, reply) =>
    sent(reply, await claimAsked(platform, claimIn(params), texts.parse(body))),
  );
  server.post(`${HOME}/check`, { config: WRITES }, async ({ platform }, reply) => {
    try {
      await checkClaimsAsked(platform);
    } catch (error) {
      if (error instanceof Refused) throw new Conflict(error.message);
      throw error;
    }
    return reply.redirect(HOME, 303);
  });
}

function movingRoutes(server: FastifyInstance): void {
  const answer = (reply: FastifyReply, id: number, made: ClaimMoved) => {
    if (made.kind === 'unknown') throw noClaim();
    if (made.kind === 'shown again') return html(reply, <ClaimPage {...made.model} />, made.status);
    return reply.redirect(claimAddress(id), 303);
  };
  server.post(`${HOME}/:id/withdraw`, { config: WRITES }, async ({ platform, params, body }, reply) => {
    const id = claimIn(params);
    return answer(reply, id, await withdrawClaimAsked(platform, id, texts.parse(body)));
  });
  server.post(`${HOME}/:id/propose`, { config: WRITES }, async ({ platform, params, body }, reply) => {
    const id = claimIn(params);
    return answer(reply, id, await proposeClaimAsked(platform, id, texts.parse(body)));
  });
  server.post(`${HOME}/:id/approve`, { config: APPROVES }, async ({ platform, params, body }, reply) => {
    const id = claimIn(params);
    return answer(reply, id, await approveClaimAsked(platform, id, texts.parse(body)));
  });
  server.post(`${HOME}/:id/publish`, { config: APPROVES }, async ({ platform, params }, reply) => {
    const id = claimIn(params);
    return answer(reply, id, await publishClaimAsked(platform, id));
  });
}

/** The claim that an address names. @throws NotFound for what cannot be a number of one */
function claimIn(params: unknown): number {
  const parsed = z.object({ id: z.string().regex(/^\d{1,15}$/) }).safeParse(params);
  if (!parsed.success) throw noClaim();
  return Number(parsed.data.id);
}

const noClaim = () =>
  new NotFound('There is no claim of this number that you may see.', [{ href: HOME, text: 'Every claim' }]);
