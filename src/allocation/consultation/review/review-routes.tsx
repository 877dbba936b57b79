import type { FastifyInstance, FastifyReply } from 'fastify';
import { Conflict, html, PUBLISHED } from '../../../platform/web/index.ts';
import { noProposal, noReview, proposalIn, READS, reviewIn, texts, WRITES } from '../asked-routes.ts';
import { AnnouncedReviewPage } from '../pages/announced-review-page.tsx';
import { DecidedReviewPage } from '../pages/decided-review-page.tsx';
import { DecisionRecord } from '../pages/decision-record.tsx';
import { EditReviewPage } from '../pages/edit-review-page.tsx';
import { OpenReviewPage } from '../pages/open-review-page.tsx';
import { ProposalPage } from '../pages/proposal-page.tsx';
import { ProposePage } from '../pages/propose-page.tsx';
import { ReasonPage } from '../pages/reason-page.tsx';
import { ReviewPage } from '../pages/review-page.tsx';
import { ReviewsPage } from '../pages/reviews-page.tsx';
import { loadProposalPage, loadWithdrawPage, withdrawAsked } from '../proposal/proposal-page-service.ts';
import { loadProposePage, type ProposePageShown, proposeAsked } from '../proposal/propose-page-service.ts';
import { proposalAddress, reviewAddress } from '../say-review.ts';
import {
  type Asked,
  abandonAsked,
  closeAsked,
  editAsked,
  loadAbandonPage,
  loadClosePage,
  loadEditReviewPage,
} from './edit-review-service.ts';
import { loadOpenReviewPage, openAsked } from './open-review-service.ts';
import { loadReviewPage, loadReviewsPage } from './review-pages-service.ts';

/** Mounts the reviews of the allocation: the list, opening one, each review, and what parties propose in it. */
export function reviewRoutes(server: FastifyInstance): void {
  server.get('/allocation/reviews', { config: { access: PUBLISHED } }, async ({ platform }, reply) =>
    html(reply, <ReviewsPage {...(await loadReviewsPage(platform))} />),
  );
  openRoutes(server);
  server.get('/allocation/reviews/:id', { config: { access: PUBLISHED } }, async (request, reply) => {
    const id = reviewIn(request.params);
    const shown = await loadReviewPage(request.platform, id, texts.parse(request.query).now);
    if (shown === null) throw noReview();
    const { decided } = shown;
    const decision = decided === null ? null : <DecisionRecord {...decided} />;
    if (shown.kind === 'decided')
      return html(reply, <DecidedReviewPage unit={shown.unit} {...shown.decided} decided={decision} />);
    return html(
      reply,
      shown.kind === 'within' ? (
        <ReviewPage {...shown.model} decision={decision} />
      ) : (
        <AnnouncedReviewPage {...shown.model} decision={decision} />
      ),
    );
  });
  changeRoutes(server);
  proposeRoutes(server);
  proposalRoutes(server);
}

function openRoutes(server: FastifyInstance): void {
  server.get('/allocation/reviews/new', { config: WRITES }, async ({ platform }, reply) =>
    html(reply, <OpenReviewPage {...(await loadOpenReviewPage(platform, null))} />),
  );
  server.post('/allocation/reviews/new', { config: WRITES }, async (request, reply) => {
    const opened = await openAsked(request.platform, texts.parse(request.body));
    if (opened.kind === 'opened') return reply.redirect(`${reviewAddress(opened.id)}?now=opened`, 303);
    return html(reply, <OpenReviewPage {...opened.model} />, 400);
  });
}

function changeRoutes(server: FastifyInstance): void {
  server.get('/allocation/reviews/:id/edit', { config: WRITES }, async (request, reply) => {
    const model = await loadEditReviewPage(request.platform, reviewIn(request.params));
    if (model === null) throw noReview();
    return html(reply, <EditReviewPage {...model} />);
  });
  server.post('/allocation/reviews/:id/edit', { config: WRITES }, async (request, reply) => {
    const id = reviewIn(request.params);
    const asked = await editAsked(request.platform, id, texts.parse(request.body));
    return answer(reply, asked, `${reviewAddress(id)}?now=changed`, (model) => <EditReviewPage {...model} />);
  });
  server.get('/allocation/reviews/:id/close', { config: WRITES }, async (request, reply) => {
    const model = await loadClosePage(request.platform, reviewIn(request.params), null);
    if (model === null) throw noReview();
    return html(reply, <ReasonPage {...model} />);
  });
  server.post('/allocation/reviews/:id/close', { config: WRITES }, async (request, reply) => {
    const id = reviewIn(request.params);
    const asked = await closeAsked(request.platform, id, texts.parse(request.body));
    return answer(reply, asked, `${reviewAddress(id)}?now=closed`, (model) => <ReasonPage {...model} />);
  });
  server.get('/allocation/reviews/:id/abandon', { config: WRITES }, async (request, reply) => {
    const model = await loadAbandonPage(request.platform, reviewIn(request.params), null);
    if (model === null) throw noReview();
    return html(reply, <ReasonPage {...model} />);
  });
  server.post('/allocation/reviews/:id/abandon', { config: WRITES }, async (request, reply) => {
    const id = reviewIn(request.params);
    const asked = await abandonAsked(request.platform, id, texts.parse(request.body));
    return answer(reply, asked, reviewAddress(id), (model) => <ReasonPage {...model} />);
  });
}

function proposeRoutes(server: FastifyInstance): void {
  server.get('/allocation/reviews/:id/propose', { config: WRITES }, async (request, reply) => {
    const shown = await loadProposePage(request.platform, reviewIn(request.params), texts.parse(request.query));
    if (shown.kind !== 'page') throw nobodysParty(shown);
    return html(reply, <ProposePage {...shown.model} />);
  });
  server.post('/allocation/reviews/:id/propose', { config: WRITES }, async (request, reply) => {
    const proposed = await proposeAsked(request.platform, reviewIn(request.params), texts.parse(request.body));
    if (proposed.kind === 'done') return reply.redirect(`${proposalAddress(proposed.proposal)}?now=proposed`, 303);
    if (proposed.kind === 'shown again') return html(reply, <ProposePage {...proposed.model} />, proposed.status);
    throw nobodysParty(proposed);
  });
}

function proposalRoutes(server: FastifyInstance): void {
  const url = '/allocation/reviews/:id/proposals/:proposal';
  server.get(url, { config: READS }, async (request, reply) => {
    const done = texts.parse(request.query).now;
    const model = await loadProposalPage(request.platform, proposalIn(request.params), done);
    if (model === null) throw noProposal();
    return html(reply, <ProposalPage {...model} />);
  });
  server.get(`${url}/withdraw`, { config: WRITES }, async (request, reply) => {
    const model = await loadWithdrawPage(request.platform, proposalIn(request.params), null);
    if (model === null) throw noProposal();
    return html(reply, <ReasonPage {...model} />);
  });
  server.post(`${url}/withdraw`, { config: WRITES }, async (request, reply) => {
    const named = proposalIn(request.params);
    const asked = await withdrawAsked(request.platform, named, texts.parse(request.body));
    const after = `${proposalAddress({ review: named.id, id: named.proposal })}?now=withdrawn`;
    return answer(reply, asked, after, (model) => <ReasonPage {...model} />);
  });
}

/** Goes on where a form was taken, and shows it again where it was not. @throws NotFound */
function answer<Model>(
  reply: FastifyReply,
  asked: Asked<Model>,
  after: string,
  page: (model: Model) => Parameters<typeof html>[1],
) {
  if (asked.kind === 'done') return reply.redirect(after, 303);
  if (asked.kind === 'unknown') throw noReview();
  return html(reply, page(asked.model), asked.status);
}

const nobodysParty = ({ kind }: Exclude<ProposePageShown, { kind: 'page' }>): Error =>
  kind === 'unknown'
    ? noReview()
    : new Conflict('You answer for no party to this review: ask an administrator for a role that does.');
