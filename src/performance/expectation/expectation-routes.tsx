import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { html, InvalidRequest, NotFound, PUBLISHED, sendTable } from '../../platform/web/index.ts';
import { type ExpectationWords, expectationAddress } from './expectation-address.ts';
import { ExpectationPage } from './expectation-page.tsx';
import { loadExpectationPage } from './expectation-page-service.ts';
import { expectNextYear } from './expectation-service.ts';
import { expectationTable } from './expectation-table.ts';

const word = z.string().max(100).optional();
const expectationQuery = z.object({ measure: word, area: word });
const FORMATS = ['csv', 'txt', 'csv-metadata.json', 'json'] as const;

/** Mounts the page of what the next year is expected to bring, and its figures as files. */
export function expectationRoutes(server: FastifyInstance): void {
  server.get(
    '/performance/expectation',
    { config: { access: PUBLISHED, pace: 'heavy' } },
    async ({ platform, query }, reply) => {
      const model = await loadExpectationPage(platform, { ...readAsked(query), today: todayInLondon(platform.now()) });
      return html(reply, <ExpectationPage {...model} />, model.shown.kind === 'refused' ? 400 : 200);
    },
  );
  for (const format of FORMATS)
    server.get(
      `/performance/expectation.${format}`,
      { config: { access: PUBLISHED, pace: 'heavy' } },
      async ({ platform, query, url }, reply) => {
        const today = todayInLondon(platform.now());
        const shown = await expectNextYear(platform, { ...readAsked(query), today });
        if (shown.kind === 'refused')
          throw new NotFound(shown.because, [{ href: expectationAddress(), text: 'The year to come' }]);
        const at = url.includes('?') ? url.slice(url.indexOf('?')) : '';
        return sendTable(reply, expectationTable(shown, today), format, { query: at });
      },
    );
}

/** @throws InvalidRequest when the address is not as our own pages write it */
function readAsked(query: unknown): ExpectationWords {
  const parsed = expectationQuery.safeParse(query);
  if (!parsed.success) throw new InvalidRequest('This address cannot be read: start again from the performance page.');
  const given = (value: string | undefined) => (value === undefined || value.trim() === '' ? null : value.trim());
  return { measure: given(parsed.data.measure), place: given(parsed.data.area) };
}
