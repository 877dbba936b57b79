import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Problem, Refused } from '../../../lib/refused.ts';
import type { Platform } from '../../../platform/platform.ts';
import { html, InvalidRequest, NotFound } from '../../../platform/web/index.ts';
import { CoverPage } from '../pages/cover-page.tsx';
import { coverInView, orderCover } from './cover-service.ts';

const WRITES = { kind: 'allowed', module: 'duties', act: 'write' } as const;
const BACK = [{ href: '/ringfence/team', text: 'My team' }];
const askedQuery = z.object({ ward: z.string().max(20).catch('') });
const chosenBody = z.object({
  id: z.uuid(),
  ward: z.string().max(20),
  duty: z.coerce.number().int().positive(),
  from: z.coerce.date(),
});

/** Mounts the page on which cover of a gap is chosen and ordered. */
export function coverRoutes(server: FastifyInstance): void {
  server.get('/ringfence/team/cover', { config: { access: WRITES } }, ({ platform, query }, reply) =>
    showCover(reply, platform, { ward: askedQuery.parse(query).ward, problems: [] }),
  );

  server.post('/ringfence/team/cover', { config: { access: WRITES } }, async ({ platform, body }, reply) => {
    const read = chosenBody.safeParse(body ?? {});
    if (!read.success) throw new InvalidRequest('Choose who is to cover, on the page of the gap.');
    try {
      await orderCover(platform, read.data);
      return reply.redirect('/ringfence/team?done=cover', 303);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return showCover(reply, platform, { ward: read.data.ward, problems: error.problems });
    }
  });
}

async function showCover(
  reply: FastifyReply,
  platform: Platform,
  { ward, problems }: { ward: string; problems: readonly Problem[] },
): Promise<FastifyReply> {
  const shown = await coverInView(platform, { ward });
  if (shown === null)
    throw new NotFound('No ward that you may look at has this code, or nothing is recorded of it.', BACK);
  return html(
    reply,
    <CoverPage {...shown} problems={problems} newId={randomUUID} />,
    problems.length === 0 ? 200 : 400,
  );
}
