import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { html, NotFound, PUBLISHED } from '../../../platform/web/index.ts';
import { decideAsked, loadDecidePage } from '../decision/decide-page-service.ts';
import { ComparePage } from '../pages/compare-page.tsx';
import { DecidePage } from '../pages/decide-page.tsx';
import { loadComparePage } from './compare-page-service.ts';

const parameters = z.object({
  id: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
});
const pairQuery = z.object({ a: z.string().optional(), b: z.string().optional() }).catch({});

const CHOOSERS = { access: { kind: 'allowed', module: 'consultation', act: 'approve' } } as const;

/** Mounts the proposals of a review side by side, and the choice among them. */
export function compareRoutes(server: FastifyInstance): void {
  server.get('/allocation/reviews/:id/compare', { config: { access: PUBLISHED } }, async (request, reply) => {
    const model = await loadComparePage(request.platform, keyOf(request.params), pairQuery.parse(request.query));
    if (model === null) throw noReview();
    return html(reply, <ComparePage {...model} />, model.problems.length > 0 ? 400 : 200);
  });
  server.get('/allocation/reviews/:id/decide', { config: CHOOSERS }, async (request, reply) => {
    const model = await loadDecidePage(request.platform, keyOf(request.params));
    if (model === null) throw noReview();
    return html(reply, <DecidePage {...model} />);
  });
  server.post('/allocation/reviews/:id/decide', { config: CHOOSERS }, async (request, reply) => {
    const decided = await decideAsked(request.platform, keyOf(request.params), request.body);
    if (decided.kind === 'unknown') throw noReview();
    if (decided.kind === 'chosen') return reply.redirect(`/allocation/plans/${decided.plan}?now=proposed`, 303);
    return html(reply, <DecidePage {...decided.model} />, decided.status);
  });
}

/** @throws NotFound for what cannot be the number of a review */
function keyOf(params: unknown): number {
  const parsed = parameters.safeParse(params);
  if (!parsed.success) throw noReview();
  return parsed.data.id;
}

const noReview = () =>
  new NotFound('There is no review of that number that you may see.', [
    { href: '/allocation/reviews', text: 'Every review' },
  ]);
