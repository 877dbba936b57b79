import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import { html, InvalidRequest, PUBLISHED } from '../../../platform/web/index.ts';
import type { HomeAsked } from '../performance-address.ts';
import { HomePage } from './home-page.tsx';
import { loadHomePage } from './home-service.ts';

const word = z.string().max(100).optional();
const homeQuery = z.object({ area: word, set: word, period: word, against: word, test: word });

/** Mounts the home of performance: a table of measures for an area, in two periods. */
export function homeRoutes(server: FastifyInstance): void {
  server.get('/performance', { config: { access: PUBLISHED } }, async ({ platform, query }, reply) => {
    const model = await loadHomePage(platform, { ...readAsked(query), today: todayInLondon(platform.now()) });
    return html(reply, <HomePage {...model} />, model.shown.kind === 'refused' ? 400 : 200);
  });
}

/** @throws InvalidRequest when the address is not as our own pages write it */
function readAsked(query: unknown): HomeAsked {
  const parsed = homeQuery.safeParse(query);
  if (!parsed.success) throw new InvalidRequest('This address cannot be read: start again from the performance page.');
  const { area, set, period, against, test } = parsed.data;
  const given = (value: string | undefined) => (value === undefined || value.trim() === '' ? null : value.trim());
  return {
    ...{ area: given(area), set: given(set), period: given(period), against: given(against) },
    countsTest: test === 'counts',
  };
}
