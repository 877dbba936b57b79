import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import { html, NotFound, PUBLISHED } from '../../../platform/web/index.ts';
import { asPublished } from '../../as-published/as-published-service.ts';
import { unitInView } from '../unit-in-view-service.ts';
import { AsPublishedPage } from './as-published-page.tsx';

const parameters = z.object({ name: z.string().max(100).catch('') });

/** Mounts tables of performance as somebody published them, each beside what its changes can bear. */
export function asPublishedRoutes(server: FastifyInstance): void {
  server.get('/performance/as-published/:name', { config: { access: PUBLISHED } }, async (request, reply) => {
    const { platform } = request;
    const today = todayInLondon(platform.now());
    const found = await asPublished(platform, { name: parameters.parse(request.params).name, asAt: today });
    if ('kind' in found)
      throw new NotFound(found.because, [
        { href: '/performance/as-published/islington-2024-07', text: 'Islington’s table of July 2024' },
        { href: '/performance', text: 'Performance' },
      ]);
    return html(reply, <AsPublishedPage unit={await unitInView(platform.records, today)} published={found} />);
  });
}
