import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { addMonths, isMonth, type Month, parseMonth } from '../../lib/calendar/month.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { toCsv } from '../../lib/tables/index.ts';
import { slug } from '../../measures/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { InvalidRequest, NotFound, PUBLISHED, readAddress, sendTable } from '../../platform/web/index.ts';
import { abstractionsTable } from './abstractions-table.ts';
import type { MonthReport } from './model.ts';
import { reportOpenTable } from './report-open-table.ts';
import { publicMonths, publicReports } from './report-service.ts';

const text = z.string().max(100).optional();
const query = z.object({ unit: text, borough: text, ward: text, month: text, from: text, to: text });
/** As many months as the Datastore kept. */
const MONTHS = 48;
const NOT_CLOSED = 'Nothing is public of that month: a month is public once it is closed.';
const FILE_FORMATS = ['csv', 'txt', 'csv-metadata.json'] as const;

/** Mounts the ring-fence as open data: the same for everybody, and only what is public. */
export function reportFileRoutes(server: FastifyInstance): void {
  const config = { access: PUBLISHED, pace: 'heavy' } as const;
  for (const format of FILE_FORMATS)
    server.get(`/ringfence/report.${format}`, { config }, async ({ platform, query: asked }, reply) => {
      const read = readAddress(query, asked);
      const reports = await publicReports(platform, await monthsAsked(platform, read));
      if (reports.length === 0 && read.month !== undefined) throw new NotFound(NOT_CLOSED);
      const table = reportOpenTable(reports, todayInLondon(platform.now()));
      return sendTable(reply, { ...table, name: fileName(table.name, reports) }, format, { base: 'report' });
    });
  server.get('/ringfence/report.json', { config }, async ({ platform, query: asked }, reply) => {
    const span = await monthsAsked(platform, readAddress(query, asked));
    const [report] = await publicReports(platform, { ...span, from: span.to });
    if (report === undefined) throw new NotFound(NOT_CLOSED);
    return reply
      .header('cache-control', 'no-store')
      .header('content-disposition', `inline; filename="${fileName('ring-fence', [report])}.json"`)
      .send(report);
  });
  server.get('/ringfence/abstractions.csv', { config }, async ({ platform, query: asked }, reply) => {
    const { borough, ward, ...rest } = readAddress(query, asked);
    if (borough !== undefined || ward !== undefined)
      throw new InvalidRequest('This file is of the whole command unit: leave the borough and the ward out.');
    const reports = await publicReports(platform, await monthsAsked(platform, rest));
    return reply
      .type('text/csv; charset=utf-8; header=present')
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${fileName('ring-fence-abstractions', reports)}.csv"`)
      .send(toCsv(abstractionsTable(reports)));
  });
}

/** "ring-fence-central-north-2026-10", or with the first and last of several months; of no month the kind alone. */
function fileName(kind: string, reports: readonly MonthReport[]): string {
  const [first, last] = [reports[0], reports.at(-1)];
  if (first === undefined) return kind;
  const months = [...new Set([first.month, last?.month])];
  return [kind, slug(first.area), ...months].join('-');
}

/** The area and months of an address; of none named, the last that are public. */
async function monthsAsked(platform: Platform, asked: z.infer<typeof query>) {
  const { unit = null, borough = null, ward = null } = asked;
  const read = (month: string | undefined): Month | null => {
    if (month === undefined) return null;
    if (!isMonth(month)) throw new InvalidRequest(`“${month}” is not a month: write it as 2026-10.`);
    return month;
  };
  const only = read(asked.month);
  const to = only ?? read(asked.to) ?? (await publicMonths(platform, unit)).at(-1) ?? thisMonth(platform);
  const from = only ?? read(asked.from) ?? addMonths(to, 1 - MONTHS);
  return { unit, borough, ward, from, to };
}

const thisMonth = (platform: Platform): Month => parseMonth(todayInLondon(platform.now()).slice(0, 7));
