import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import {
  ASKED_WORD,
  html,
  InvalidRequest,
  PUBLISHED,
  readAddress,
  sendTable,
  tableFile,
} from '../../../platform/web/index.ts';
import { comparisonJson } from '../../comparison/comparison-json.ts';
import { comparisonOpenTable } from '../../comparison/comparison-open-table.ts';
import type { HomeAsked } from '../performance-address.ts';
import { HomePage } from './home-page.tsx';
import { compareAsked, loadHomePage } from './home-service.ts';

const homeQuery = z.object({
  ...{ area: ASKED_WORD, set: ASKED_WORD, period: ASKED_WORD, against: ASKED_WORD, test: ASKED_WORD },
  ...{ 'other-period': ASKED_WORD, 'other-against': ASKED_WORD },
});

/** The table as files: the figures, the notes beside them, their description, and all of it for machines. */
const FILES = ['table.csv', 'table.txt', 'table.csv-metadata.json', 'table.json'] as const;

/** Mounts the home of performance: a table of measures for an area, in two periods. */
export function homeRoutes(server: FastifyInstance): void {
  server.get('/performance', { config: { access: PUBLISHED } }, async ({ platform, query }, reply) => {
    const model = await loadHomePage(platform, { ...readAsked(query), today: todayInLondon(platform.now()) });
    return html(reply, <HomePage {...model} />, model.shown.kind === 'refused' ? 400 : 200);
  });

  for (const file of FILES)
    server.get(`/performance/${file}`, { config: { access: PUBLISHED, pace: 'heavy' } }, async (request, reply) => {
      const { platform, query } = request;
      const today = todayInLondon(platform.now());
      const compared = await compareAsked(platform, { ...readAsked(query), today });
      if (compared.kind === 'refused') throw new InvalidRequest(compared.because);
      const format = tableFile(file)?.format ?? 'csv';
      if (format === 'json') return reply.header('cache-control', 'no-store').send(comparisonJson(compared.table));
      const table = comparisonOpenTable(compared.table, today);
      return sendTable(reply, table, format, { base: 'table' });
    });
}

/** @throws InvalidRequest when the address is not as our own pages write it */
function readAsked(query: unknown): HomeAsked {
  const {
    area,
    set,
    period,
    against,
    test,
    'other-period': otherPeriod,
    'other-against': otherAgainst,
  } = readAddress(homeQuery, query);
  return {
    ...{ area, set },
    ...{ period: otherPeriod ?? period, against: otherAgainst ?? against },
    countsTest: test === 'counts',
  };
}
