import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { Refused } from '../../lib/refused.ts';
import { listUnits } from '../../organisation/service.ts';
import type { Platform } from '../../platform/platform.ts';
import { html, NotFound } from '../../platform/web/index.ts';
import type { FormProblem } from '../../ui/form-page.tsx';
import type { OfficersAsked } from './choose-officers.ts';
import { linkedOfficers, linkOfficer, unlinkOfficer } from './link-service.ts';
import type { LinkedOfficer } from './model.ts';
import { LinkPage } from './pages/link-page.tsx';
import { OfficersPage } from './pages/officers-page.tsx';

const SAYS = { kind: 'allowed', module: 'postings', act: 'approve' } as const;
const at = z.object({ officer: z.coerce.number().int().positive().catch(-1) });
const typed = z.object({ email: z.string().max(320).catch('') });
const query = z.object({
  done: z.enum(['linked', 'unlinked']).nullable().catch(null),
  ward: z.string().max(200).catch(''),
  linked: z.enum(['', 'yes', 'no']).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
const DONE = {
  linked: 'Linked: they see and record their own duties.',
  unlinked: 'Unlinked. What was recorded stays.',
};

/** Mounts the list of who signs in as which officer, and how that is said. */
export function officersRoutes(server: FastifyInstance): void {
  server.get('/ringfence/officers', { config: { access: SAYS } }, async (request, reply) => {
    const { done, ...asked } = query.parse(request.query);
    return showList(reply, request.platform, { asked, done: done === null ? null : DONE[done], problems: [] });
  });

  server.get('/ringfence/officers/:officer/link', { config: { access: SAYS } }, async ({ platform, params }, reply) => {
    const { officer, name } = await officerAt(platform, params);
    return html(reply, <LinkPage officer={officer} name={name} email="" problems={[]} />);
  });

  server.post(
    '/ringfence/officers/:officer/link',
    { config: { access: SAYS } },
    async ({ platform, params, body }, reply) => {
      const { officer, name, wards } = await officerAt(platform, params);
      const { email } = typed.parse(body ?? {});
      const problems = await problemsOf(() => linkOfficer(platform, { officer, email }));
      if (problems.length === 0) return reply.redirect(listAfter('linked', wards), 303);
      return html(reply, <LinkPage officer={officer} name={name} email={email} problems={problems} />, 400);
    },
  );

  server.post(
    '/ringfence/officers/:officer/unlink',
    { config: { access: SAYS } },
    async ({ platform, params }, reply) => {
      const { officer, wards } = await officerAt(platform, params);
      const problems = await problemsOf(() => unlinkOfficer(platform, { officer }));
      if (problems.length === 0) return reply.redirect(listAfter('unlinked', wards), 303);
      return showList(reply, platform, { asked: { ...NO_FILTER, ward: wards[0] ?? '' }, done: null, problems });
    },
  );
}

const NO_FILTER: OfficersAsked = { ward: '', linked: '', page: 1 };

/** The list of the officer's ward, where what was done is seen. */
const listAfter = (done: keyof typeof DONE, [ward = '']: readonly string[]): string =>
  `/ringfence/officers?${new URLSearchParams({ done, ward })}`;

async function officersShown(platform: Platform): Promise<{ unit: string; officers: LinkedOfficer[] }> {
  const [unit] = await listUnits(platform.records);
  if (unit === undefined) throw new NotFound('No command unit is laid out yet: import a post book first.');
  return { unit: unit.name, officers: await linkedOfficers(platform, unit.name) };
}

async function officerAt(platform: Platform, params: unknown): Promise<LinkedOfficer> {
  const { officer } = at.parse(params);
  const found = (await officersShown(platform)).officers.find((each) => each.officer === officer);
  if (found === undefined)
    throw new NotFound('No officer of a ward is kept at this address.', [
      { href: '/ringfence/officers', text: 'Officers and sign-ins' },
    ]);
  return found;
}

async function showList(
  reply: FastifyReply,
  platform: Platform,
  told: { asked: OfficersAsked; done: string | null; problems: readonly FormProblem[] },
): Promise<FastifyReply> {
  const shown = await officersShown(platform);
  return html(reply, <OfficersPage {...shown} {...told} />, told.problems.length === 0 ? 200 : 400);
}

/** What stands in the way; none when it was done. */
async function problemsOf(doing: () => Promise<void>): Promise<readonly FormProblem[]> {
  try {
    await doing();
    return [];
  } catch (error) {
    if (error instanceof Refused) return error.problems;
    throw error;
  }
}
