import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import {
  ASKED_WORD,
  html,
  NotFound,
  PUBLISHED,
  readAddress,
  sendTable,
  TABLE_FORMATS,
} from '../../platform/web/index.ts';
import { type ExpectationWords, expectationAddress } from './expectation-address.ts';
import { ExpectationPage } from './expectation-page.tsx';
import { loadExpectationPage } from './expectation-page-service.ts';
import { expectNextYear } from './expectation-service.ts';
import { expectationTable } from './expectation-table.ts';

const expectationQuery = z.object({ measure: ASKED_WORD, area: ASKED_WORD });

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
  for (const format of TABLE_FORMATS)
    server.get(
      `/performance/expectation.${format}`,
      { config: { access: PUBLISHED, pace: 'heavy' } },
      async ({ platform, query }, reply) => {
        const today = todayInLondon(platform.now());
        const shown = await expectNextYear(platform, { ...readAsked(query), today });
        if (shown.kind === 'refused')
          throw new NotFound(shown.because, [{ href: expectationAddress(), text: 'The year to come' }]);
        return sendTable(reply, expectationTable(shown, today), format);
      },
    );
}

/** @throws InvalidRequest when the address is not as our own pages write it */
function readAsked(query: unknown): ExpectationWords {
  const { measure, area } = readAddress(expectationQuery, query);
  return { measure, place: area };
}
