import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import { html, InvalidRequest, PUBLISHED, sendTable, tableFile } from '../../../platform/web/index.ts';
import { comparisonJson } from '../../comparison/comparison-json.ts';
import { comparisonOpenTable } from '../../comparison/comparison-open-table.ts';
import type { HomeAsked } from '../performance-address.ts';
import { HomePage } from './home-page.tsx';
import { compareAsked, loadHomePage } from './home-service.ts';

const word = z.string().max(100).optional();
const homeQuery = z.object({
  ...{ area: word, set: word, period: word, against: word, test: word },
  ...{ 'other-period': word, 'other-against': word },
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
      const { platform, query, url } = request;
      const today = todayInLondon(platform.now());
      const compared = await compareAsked(platform, { ...readAsked(query), today });
      if (compared.kind === 'refused') throw new InvalidRequest(compared.because);
      const format = tableFile(file)?.format ?? 'csv';
      if (format === 'json') return reply.header('cache-control', 'no-store').send(comparisonJson(compared.table));
      const question = url.includes('?') ? url.slice(url.indexOf('?')) : '';
      const table = comparisonOpenTable(compared.table, today);
      return sendTable(reply, table, format, { base: 'table', query: question });
    });
}

/** @throws InvalidRequest when the address is not as our own pages write it */
function readAsked(query: unknown): HomeAsked {
  const parsed = homeQuery.safeParse(query);
  if (!parsed.success) throw new InvalidRequest('This address cannot be read: start again from the performance page.');
  const { area, set, period, against, test, 'other-period': otherPeriod, 'other-against': otherAgainst } = parsed.data;
  const given = (value: string | undefined) => (value === undefined || value.trim() === '' ? null : value.trim());
  return {
    ...{ area: given(area), set: given(set) },
    ...{ period: given(otherPeriod) ?? given(period), against: given(otherAgainst) ?? given(against) },
    countsTest: test === 'counts',
  };
}
