import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import type { Platform } from '../../platform/platform.ts';
import { Conflict, html, NotFound, PUBLISHED } from '../../platform/web/index.ts';
import { AllocationPage } from '../pages/allocation-page.tsx';
import { ApprovePage } from '../pages/approve-page.tsx';
import { PlanChangesPage } from '../pages/plan-changes-page.tsx';
import { PlanPage } from '../pages/plan-page.tsx';
import { PlansPage } from '../pages/plans-page.tsx';
import { ProposePage } from '../pages/propose-page.tsx';
import { RulesPage } from '../pages/rules-page.tsx';
import { approveAsked, type Decided, loadApprovePage, publishAsked, withdrawAsked } from './approval-service.ts';
import { loadPlanChanges } from './changes-service.ts';
import { loadPlanPage, loadPlansPage, loadRulesPage } from './plans-service.ts';
import { loadAllocationPage, loadWhatIf, planDigest, proposeAsked } from './service.ts';

const planners = (act: 'read' | 'write' | 'approve') =>
  ({ access: { kind: 'allowed', module: 'allocation', act } }) as const;
const planParameter = z.object({ id: z.string() });
const nowQuery = z.object({ now: z.string().optional() }).catch({});
const numberOf = (params: unknown): string => planParameter.parse(params).id;
const today = (platform: Platform): string => todayInLondon(platform.now());

/** Mounts the allocation: the plan in force and what others would be, every plan, and how one comes into force. */
export function allocationRoutes(server: FastifyInstance): void {
  server.get('/allocation', { config: { access: PUBLISHED } }, async (request, reply) => {
    const { model } = await loadAllocationPage(request.platform, request.query, today(request.platform));
    const status = model.problems.length > 0 ? 400 : model.plan?.kind === 'busy' ? 503 : 200;
    return html(reply, <AllocationPage {...model} />, status);
  });
  server.get('/allocation/what-if.json', { config: { access: PUBLISHED } }, async (request) =>
    loadWhatIf(request.platform, request.query, today(request.platform)),
  );
  server.get('/allocation/rules', { config: { access: PUBLISHED } }, async (request, reply) =>
    html(reply, <RulesPage {...(await loadRulesPage(request.platform))} />),
  );
  proposalRoutes(server);
  server.get('/allocation/plans', { config: { access: PUBLISHED } }, async (request, reply) =>
    html(reply, <PlansPage {...(await loadPlansPage(request.platform))} />),
  );
  server.get('/allocation/plans/:id', { config: { access: PUBLISHED } }, async (request, reply) => {
    const id = numberOf(request.params);
    const model = await loadPlanPage(request.platform, id, nowQuery.parse(request.query));
    if (model === null) throw noPlan(id);
    return html(reply, <PlanPage {...model} />);
  });
  server.get('/allocation/plans/:id/changes', { config: { access: PUBLISHED } }, async (request, reply) => {
    const id = numberOf(request.params);
    const model = await loadPlanChanges(request.platform, id);
    if (model === null)
      throw new NotFound(`There is no plan ${id} that is published, so there is no list of its changes.`, EVERY_PLAN);
    return html(reply, <PlanChangesPage {...model} />);
  });
  decisionRoutes(server);
}

function proposalRoutes(server: FastifyInstance): void {
  server.get('/allocation/propose', { config: planners('write') }, async (request, reply) => {
    const asked = await loadAllocationPage(request.platform, request.query, today(request.platform));
    const { model, inForce, fields } = asked;
    const { plan, propose } = model;
    if (plan?.kind !== 'optimal' || propose === null)
      throw new NotFound('There is no plan here to propose.', [{ href: '/allocation', text: 'Make one' }]);
    return html(
      reply,
      <ProposePage
        unit={model.unit}
        plan={plan}
        fields={fields}
        back={propose}
        digest={planDigest(plan)}
        inForce={inForce === null ? null : { from: inForce.inForceFrom, ...inForce.plan.officers }}
      />,
    );
  });

  server.post('/allocation/propose', { config: planners('write') }, async (request, reply) => {
    const proposal = await proposeAsked(request.platform, request.body, today(request.platform));
    if (proposal.kind === 'proposed') return reply.redirect(`/allocation/plans/${proposal.id}?now=proposed`, 303);
    if (proposal.kind === 'in force already')
      throw new Conflict(`This very plan is in force already, as plan ${proposal.id}: nothing was changed.`);
    if (proposal.kind === 'busy')
      throw new Conflict('Other plans are being worked out, so it was not proposed: try again in a minute.');
    throw new Conflict(
      proposal.kind === 'changed'
        ? 'The figures changed since you saw the plan, so it was not proposed: look at it again on the allocation page.'
        : 'There is no plan for these numbers any more, so none was proposed: look again on the allocation page.',
    );
  });
}

function decisionRoutes(server: FastifyInstance): void {
  server.get('/allocation/plans/:id/approve', { config: planners('read') }, async (request, reply) => {
    const id = numberOf(request.params);
    const model = await loadApprovePage(request.platform, id);
    if (model === null) throw noPlan(id);
    return html(reply, <ApprovePage {...model} />);
  });
  server.post('/allocation/plans/:id/approve', { config: planners('approve') }, async (request, reply) => {
    const id = numberOf(request.params);
    return answer(reply, id, await approveAsked(request.platform, id, request.body));
  });
  server.post('/allocation/plans/:id/publish', { config: planners('approve') }, async (request, reply) => {
    const id = numberOf(request.params);
    return answer(reply, id, await publishAsked(request.platform, id));
  });
  server.post('/allocation/plans/:id/withdraw', { config: planners('write') }, async (request, reply) => {
    const id = numberOf(request.params);
    return answer(reply, id, await withdrawAsked(request.platform, id, request.body));
  });
}

/** @throws NotFound, Conflict with one sentence where nothing was decided */
function answer(reply: FastifyReply, id: string, decided: Decided) {
  if (decided.kind === 'unknown') throw noPlan(id);
  if (decided.kind === 'refused') throw new Conflict(decided.because);
  if (decided.kind === 'shown again') return html(reply, <ApprovePage {...decided.model} />, decided.status);
  const { now, from } = decided;
  if (now === 'in force') return reply.redirect(`/allocation?as-at=${from}&adopted=${id}`, 303);
  return reply.redirect(`/allocation/plans/${id}${now === 'withdrawn' ? '' : `?now=${now}`}`, 303);
}

const noPlan = (id: string) => new NotFound(`There is no plan ${id} that you may see.`, EVERY_PLAN);
const EVERY_PLAN = [{ href: '/allocation/plans', text: 'Every plan' }];
