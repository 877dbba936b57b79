import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { html, InvalidRequest, NotFound, PUBLISHED, sendTable } from '../../platform/web/index.ts';
import type { WardsAsked } from './model.ts';
import { wardsAddress } from './wards-address.ts';
import { WardsPage } from './wards-page.tsx';
import { loadWardsPage } from './wards-page-service.ts';
import { compareWards, type WardsQuestion } from './wards-service.ts';
import { changesTable, wardsTable } from './wards-tables.ts';

const word = z.string().max(100).optional();
const wardsQuery = z.object({
  ...{ measure: word, period: word, against: word, set: word, test: word },
  ...{ area: word, unit: word, borough: word },
});

const FORMATS = ['csv', 'txt', 'csv-metadata.json', 'json'] as const;

/** Mounts the comparison of wards, and its figures as files. */
export function wardsRoutes(server: FastifyInstance): void {
  server.get('/performance/wards', { config: { access: PUBLISHED } }, async ({ platform, query }, reply) => {
    const model = await loadWardsPage(platform, { ...readAsked(query), today: todayInLondon(platform.now()) });
    return html(reply, <WardsPage {...model} />, model.shown.kind === 'refused' ? 400 : 200);
  });
  for (const format of FORMATS)
    for (const name of ['wards', 'wards-changes'] as const)
      server.get(
        `/performance/${name}.${format}`,
        { config: { access: PUBLISHED, pace: 'heavy' } },
        async (request, reply) => {
          const { platform, query, url } = request;
          const asked = { ...readAsked(query), today: todayInLondon(platform.now()) };
          const table = await tableAsked(platform, asked, name);
          return sendTable(reply, table, format, { query: url.includes('?') ? url.slice(url.indexOf('?')) : '' });
        },
      );
}

/** @throws NotFound where there is nothing to compare */
async function tableAsked(
  platform: Parameters<typeof compareWards>[0],
  asked: WardsQuestion,
  name: 'wards' | 'wards-changes',
) {
  const shown = await compareWards(platform, asked);
  const ways = [{ href: wardsAddress(), text: 'Wards beside each other' }];
  if (shown.kind === 'refused') throw new NotFound(shown.because, ways);
  if (name === 'wards') return wardsTable(shown, asked.today);
  if ('because' in shown.changed) throw new NotFound(shown.changed.because, ways);
  return changesTable(shown, shown.changed, asked.today);
}

/** @throws InvalidRequest when the address is not as our own pages write it */
function readAsked(query: unknown): WardsAsked {
  const parsed = wardsQuery.safeParse(query);
  if (!parsed.success) throw new InvalidRequest('This address cannot be read: start again from the performance page.');
  const { measure, period, against, set, test, area, unit, borough } = parsed.data;
  const given = (value: string | undefined) => (value === undefined || value.trim() === '' ? null : value.trim());
  return {
    ...{ measure: given(measure), period: given(period), against: given(against), set: given(set) },
    place: given(area) ?? given(borough) ?? given(unit),
    countsTest: test === 'counts',
  };
}
