import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isMonth } from '../../lib/calendar/month.ts';
import { html, NotFound } from '../../platform/web/index.ts';
import { MinePage } from './mine-page.tsx';
import { recordedAboutMe } from './mine-service.ts';

const READS = { kind: 'allowed', module: 'duties', act: 'read' } as const;
const query = z.object({
  month: z
    .string()
    .refine((month): boolean => isMonth(month))
    .catch('present'),
});

/** Mounts what an officer sees of themselves, as a page and as a file. */
export function mineRoutes(server: FastifyInstance): void {
  server.get('/ringfence/mine', { config: { access: READS } }, async ({ platform, query: asked }, reply) => {
    const recorded = await recordedAboutMe(platform, query.parse(asked));
    return html(reply.header('cache-control', 'no-store'), <MinePage recorded={recorded} now={platform.now()} />);
  });

  server.get('/ringfence/mine.json', { config: { access: READS } }, async ({ platform }, reply) => {
    const recorded = await recordedAboutMe(platform, { month: null });
    if (recorded === null)
      throw new NotFound('Nobody has said yet which officer you are: ask an inspector to link you.');
    const { officer, names, months: _, ...rest } = recorded;
    const { officer: __, ...known } = officer;
    return reply
      .type('application/json; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="recorded-about-me.json"')
      .send({ officer: known, ...rest, writtenBy: Object.fromEntries(names) });
  });
}
