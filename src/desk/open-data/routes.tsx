import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { html, NotFound, PUBLISHED, sendTable, tableFile } from '../../platform/web/index.ts';
import { DESCRIPTOR, describePackage } from './describe-package.ts';
import { OpenDataPage } from './open-data-page.tsx';
import { loadOpenDataPage, loadTable, loadTables } from './open-data-service.ts';

const fileParameter = z.object({ file: z.string().max(200) });
/** Every figure there is, put together anew each time. */
const EXPORT = { access: PUBLISHED, pace: 'heavy' } as const;

/** Mounts the page of open data, its tables in four forms each, and the descriptor of all of them. */
export function openDataRoutes(server: FastifyInstance): void {
  server.get('/open-data', { config: { access: PUBLISHED } }, async ({ platform }, reply) =>
    html(reply, <OpenDataPage {...(await loadOpenDataPage(platform))} />),
  );

  server.get(`/open-data/${DESCRIPTOR}`, { config: EXPORT }, async ({ platform }, reply) => {
    const { unit } = await loadOpenDataPage(platform);
    const tables = (await loadTables(platform)).map(({ table }) => table);
    return reply
      .type('application/json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(describePackage(unit.name, platform.now().toISOString(), tables), null, 2));
  });

  server.get('/open-data/:file', { config: EXPORT }, async (request, reply) => {
    const { file } = fileParameter.parse(request.params);
    const asked = tableFile(file);
    const table = asked === null ? null : await loadTable(request.platform, asked.base);
    if (asked === null || table === null)
      throw new NotFound(`No table “${file}” is given out.`, [{ href: '/open-data', text: 'Every table' }]);
    return sendTable(reply, table, asked.format);
  });
}
