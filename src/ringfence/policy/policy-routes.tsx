import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { isDate } from '../../lib/calendar/is-date.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { type Problem, Refused } from '../../lib/refused.ts';
import { worksWithMadeUp } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { html, InvalidRequest, PUBLISHED } from '../../platform/web/index.ts';
import { adoptPolicy, declinePolicy, proposePolicy } from './decide-policy-service.ts';
import { PolicyPage } from './pages/policy-page.tsx';
import { ProposePage } from './pages/propose-page.tsx';
import { readPolicy, type Typed, typedFrom } from './policy-form.ts';
import { ruleInView } from './rule-in-view-service.ts';
import { showRule } from './show-rule.ts';

const APPROVES = { kind: 'allowed', module: 'duties', act: 'approve' } as const;
const asked = z.object({
  unit: z.string().max(120).nullable().catch(null),
  'as-at': z.string().max(20).catch(''),
  done: z.string().max(20).catch(''),
});
const texts = z.record(z.string(), z.string().max(2_000).catch('')).catch({});
const numbered = z.object({ policy: z.coerce.number().int().min(1).max(2_147_483_647).catch(0) });
const DONE: Readonly<Record<string, string>> = {
  proposed: 'It is proposed. Somebody else of command adopts it.',
  adopted: 'It is adopted. Duties from its first day on are ruled by it within a minute.',
  declined: 'It is declined.',
};

/** Mounts the rule of the ring-fence: public, and for command the forms that propose, adopt and decline. */
export function policyRoutes(server: FastifyInstance): void {
  server.get('/ringfence/policy', { config: { access: PUBLISHED } }, async ({ platform, query }, reply) => {
    const { unit, done, 'as-at': day } = asked.parse(query);
    if (day !== '' && !isDate(day)) throw new InvalidRequest(`“${day}” is not a date: write it as 2026-03-01.`);
    return show({ platform, reply, unit }, { asAt: day, problems: [], done: DONE[done] ?? null });
  });

  server.get('/ringfence/policy/propose', { config: { access: APPROVES } }, async ({ platform, query }, reply) => {
    const rule = await ruleInView(platform, { unit: asked.parse(query).unit, asAt: todayInLondon(platform.now()) });
    const typed = { ...typedFrom(rule.inForce.policy), inForceFrom: '', because: '' };
    return propose({ platform, reply }, { unit: rule.unit.name, typed, problems: [] });
  });

  server.post('/ringfence/policy/propose', { config: { access: APPROVES } }, async (request, reply) => {
    const { platform, query, body } = request;
    const { unit } = await ruleInView(platform, { unit: asked.parse(query).unit, asAt: todayInLondon(platform.now()) });
    const typed = texts.parse(body ?? {});
    const { policy, problems } = readPolicy(typed);
    const { inForceFrom = '', because = '' } = typed;
    const found = await problemsOf(problems, () =>
      proposePolicy(platform, { unit: unit.name, inForceFrom, policy, because }),
    );
    if (found.length > 0) return propose({ platform, reply }, { unit: unit.name, typed, problems: found });
    return reply.redirect(addressOf(unit.name, 'proposed'), 303);
  });

  for (const [move, decide] of [
    ['adopt', adoptPolicy],
    ['decline', declinePolicy],
  ] as const) {
    server.post(`/ringfence/policy/:policy/${move}`, { config: { access: APPROVES } }, async (request, reply) => {
      const { platform, params, query } = request;
      const rule = await ruleInView(platform, { unit: asked.parse(query).unit, asAt: todayInLondon(platform.now()) });
      const { policy: id } = numbered.parse(params);
      const unit = rule.unit.name;
      const found = await problemsOf([], () => decide(platform, { unit, id }));
      if (found.length > 0) return show({ platform, reply, unit }, { asAt: '', problems: found, done: null });
      return reply.redirect(addressOf(unit, move === 'adopt' ? 'adopted' : 'declined'), 303);
    });
  }
}

const addressOf = (unit: string, done: string): string =>
  `/ringfence/policy?unit=${encodeURIComponent(unit)}&done=${done}`;

/** What stands in the way: what could not be read, or else what the service says. @throws what is no answer to a form */
async function problemsOf(read: readonly Problem[], run: () => Promise<unknown>): Promise<readonly Problem[]> {
  if (read.length > 0) return read;
  try {
    await run();
    return [];
  } catch (error) {
    if (error instanceof Refused) return error.problems;
    throw error;
  }
}

async function show(
  { platform, reply, unit }: { platform: Platform; reply: FastifyReply; unit: string | null },
  { asAt, problems, done }: { asAt: string; problems: readonly Problem[]; done: string | null },
) {
  const day = asAt === '' ? todayInLondon(platform.now()) : asAt;
  const rule = showRule(await ruleInView(platform, { unit, asAt: day }));
  return html(reply, <PolicyPage rule={rule} problems={problems} done={done} />, problems.length === 0 ? 200 : 400);
}

function propose(
  { platform, reply }: { platform: Platform; reply: FastifyReply },
  page: { unit: string; typed: Typed; problems: readonly Problem[] },
) {
  const status = page.problems.length === 0 ? 200 : 400;
  return html(reply, <ProposePage {...page} synthetic={worksWithMadeUp(platform)} />, status);
}
