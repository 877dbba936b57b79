import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { ASKED_WORD, html, NotFound, PUBLISHED, readAddress, sendTable } from '../../platform/web/index.ts';
import type { ServiceReport } from './model.ts';
import type { ServicePageAsked } from './pages/model.ts';
import { ServicePage } from './pages/service-page.tsx';
import { loadServicePage, reportAsked } from './pages/service-page-service.ts';
import { serviceTable } from './service-table.ts';

const serviceQuery = z.object({ area: ASKED_WORD, period: ASKED_WORD, against: ASKED_WORD });
const PAGE = '/performance/service';

/** Mounts the page of the service the police gave, and its figures as files. */
export function serviceMeasuresRoutes(server: FastifyInstance): void {
  server.get(PAGE, { config: { access: PUBLISHED } }, async ({ platform, query }, reply) => {
    const model = await loadServicePage(platform, readAsked(query, todayInLondon(platform.now())));
    return html(reply, <ServicePage {...model} />, model.shown.kind === 'refused' ? 400 : 200);
  });
  for (const format of ['csv', 'txt', 'csv-metadata.json'] as const) {
    server.get(`${PAGE}.${format}`, { config: { access: PUBLISHED, pace: 'heavy' } }, async (request, reply) => {
      const asked = readAsked(request.query, todayInLondon(request.platform.now()));
      const report = requireReport(await reportAsked(request.platform, asked));
      return sendTable(reply, serviceTable(report, asked.today), format, { base: 'service' });
    });
  }
  server.get(`${PAGE}.json`, { config: { access: PUBLISHED, pace: 'heavy' } }, async ({ platform, query }, reply) => {
    const report = requireReport(await reportAsked(platform, readAsked(query, todayInLondon(platform.now()))));
    return reply.type('application/json; charset=utf-8').header('cache-control', 'no-store').send(report);
  });
}

/** @throws NotFound saying why there is no report */
function requireReport(shown: ServiceReport | { kind: 'refused'; because: string }): ServiceReport {
  if (shown.kind === 'refused') throw new NotFound(shown.because, [{ href: PAGE, text: 'The service given' }]);
  return shown;
}

/** @throws InvalidRequest when the address is not as our own pages write it */
function readAsked(query: unknown, today: string): ServicePageAsked {
  const { area, period, against } = readAddress(serviceQuery, query);
  return { area, period, against, today };
}
