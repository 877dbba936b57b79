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
import type { WardsAsked } from './model.ts';
import { type WardsFile, wardsAddress } from './wards-address.ts';
import { WardsPage } from './wards-page.tsx';
import { loadWardsPage } from './wards-page-service.ts';
import { compareWards, type WardsQuestion } from './wards-service.ts';
import { changesTable, wardsTable } from './wards-tables.ts';

const wardsQuery = z.object({
  ...{ measure: ASKED_WORD, period: ASKED_WORD, against: ASKED_WORD, set: ASKED_WORD, test: ASKED_WORD },
  ...{ area: ASKED_WORD, unit: ASKED_WORD, borough: ASKED_WORD },
});

/** Mounts the comparison of wards, and its figures as files. */
export function wardsRoutes(server: FastifyInstance): void {
  server.get('/performance/wards', { config: { access: PUBLISHED } }, async ({ platform, query }, reply) => {
    const model = await loadWardsPage(platform, { ...readAsked(query), today: todayInLondon(platform.now()) });
    return html(reply, <WardsPage {...model} />, model.shown.kind === 'refused' ? 400 : 200);
  });
  for (const format of TABLE_FORMATS)
    for (const name of ['wards', 'wards-changes'] as const)
      server.get(
        `/performance/${name}.${format}`,
        { config: { access: PUBLISHED, pace: 'heavy' } },
        async (request, reply) => {
          const { platform, query } = request;
          const asked = { ...readAsked(query), today: todayInLondon(platform.now()) };
          const table = await tableAsked(platform, asked, name);
          return sendTable(reply, table, format);
        },
      );
}

/** @throws NotFound where there is nothing to compare */
async function tableAsked(platform: Parameters<typeof compareWards>[0], asked: WardsQuestion, name: WardsFile) {
  const shown = await compareWards(platform, asked);
  const ways = [{ href: wardsAddress(), text: 'Wards beside each other' }];
  if (shown.kind === 'refused') throw new NotFound(shown.because, ways);
  if (name === 'wards') return wardsTable(shown, asked.today);
  if ('because' in shown.changed) throw new NotFound(shown.changed.because, ways);
  return changesTable(shown, shown.changed, asked.today);
}

/** @throws InvalidRequest when the address is not as our own pages write it */
function readAsked(query: unknown): WardsAsked {
  const { measure, period, against, set, test, area, unit, borough } = readAddress(wardsQuery, query);
  return {
    ...{ measure, period, against, set },
    place: area ?? borough ?? unit,
    countsTest: test === 'counts',
  };
}
