import type { FastifyInstance, FastifyReply } from 'fastify';
import { Conflict, html, NotFound } from '../../../platform/web/index.ts';
import { noReview, READS, reviewIn, texts, WRITES } from '../asked-routes.ts';
import { AnnouncePage } from '../pages/announce-page.tsx';
import { ApproveNoticePage } from '../pages/approve-notice-page.tsx';
import { reviewAddress } from '../say-review.ts';
import {
  announceAsked,
  approveNoticeAsked,
  loadAnnouncePage,
  loadNoticePage,
  type NoticeMoved,
  publishNoticeAsked,
  withdrawNoticeAsked,
} from './notice-pages-service.ts';

const APPROVES = { access: { kind: 'allowed', module: 'consultation', act: 'approve' } } as const;

/** Mounts the public notice of a review: proposed by one person, approved and published by another. */
export function noticeRoutes(server: FastifyInstance): void {
  server.get('/allocation/reviews/:id/announce', { config: WRITES }, async (request, reply) => {
    const model = await loadAnnouncePage(request.platform, reviewIn(request.params), []);
    if (model === null) throw noReview();
    return html(reply, <AnnouncePage {...model} />);
  });
  server.post('/allocation/reviews/:id/announce', { config: WRITES }, async (request, reply) => {
    const id = reviewIn(request.params);
    const asked = await announceAsked(request.platform, id, texts.parse(request.body));
    if (asked.kind === 'done') return reply.redirect(`${reviewAddress(id)}?now=announced`, 303);
    if (asked.kind === 'unknown') throw noReview();
    return html(reply, <AnnouncePage {...asked.model} />, asked.status);
  });
  server.get('/allocation/reviews/:id/approve', { config: READS }, async (request, reply) => {
    const id = reviewIn(request.params);
    const model = await loadNoticePage(request.platform, id);
    if (model === null) throw noNotice(id);
    return html(reply, <ApproveNoticePage {...model} />);
  });
  server.post('/allocation/reviews/:id/approve', { config: APPROVES }, async (request, reply) => {
    const id = reviewIn(request.params);
    return answer(reply, id, await approveNoticeAsked(request.platform, id, texts.parse(request.body)));
  });
  server.post('/allocation/reviews/:id/publish', { config: APPROVES }, async (request, reply) => {
    const id = reviewIn(request.params);
    return answer(reply, id, await publishNoticeAsked(request.platform, id));
  });
  server.post('/allocation/reviews/:id/withdraw', { config: WRITES }, async (request, reply) => {
    const id = reviewIn(request.params);
    return answer(reply, id, await withdrawNoticeAsked(request.platform, id, texts.parse(request.body)));
  });
}

/** @throws NotFound, Conflict with one sentence where nothing was decided */
function answer(reply: FastifyReply, id: number, made: NoticeMoved) {
  if (made.kind === 'unknown') throw noNotice(id);
  if (made.kind === 'refused') throw new Conflict(made.because);
  if (made.kind === 'shown again') return html(reply, <ApproveNoticePage {...made.model} />, made.status);
  return reply.redirect(`${reviewAddress(id)}${made.published ? '?now=published' : ''}`, 303);
}

const noNotice = (id: number) =>
  new NotFound('There is no public notice of this review that you may see.', [
    { href: reviewAddress(id), text: 'The review' },
  ]);
