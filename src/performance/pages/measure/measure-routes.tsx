import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import { CATALOGUE, findMeasure, type Measure } from '../../../measures/index.ts';
import { html, InvalidRequest, NotFound, PUBLISHED, sendTable, tableFile } from '../../../platform/web/index.ts';
import { chartOpenTable } from '../../charts/chart-open-table.ts';
import { NOT_SHOWN } from '../../figures/not-shown.ts';
import type { FoundPerformanceArea } from '../../model.ts';
import { nearestNames } from '../../sets/nearest-names.ts';
import { measurePerformanceAddress } from '../performance-address.ts';
import { MeasurePage } from './measure-page.tsx';
import { chartOfArea, loadMeasurePage, type MeasureAsked } from './measure-service.ts';

const parameters = z.object({ measure: z.string().max(200) });
const areaQuery = z.object({ area: z.string().max(100).optional() });

/** The points of the chart as files. */
const FILES = ['chart.csv', 'chart.txt', 'chart.csv-metadata.json', 'chart.json'] as const;

/** Mounts a performance page for each measure, and the points of its chart as files. */
export function measureRoutes(server: FastifyInstance): void {
  server.get('/performance/measures/:measure', { config: { access: PUBLISHED } }, async (request, reply) => {
    const asked = readAsked(request);
    const model = await loadMeasurePage(request.platform, asked);
    if ('kind' in model) throw noSuchArea(asked.measure, model);
    return html(reply, <MeasurePage {...model} />);
  });

  for (const file of FILES)
    server.get(
      `/performance/measures/:measure/${file}`,
      { config: { access: PUBLISHED, pace: 'heavy' } },
      async (request, reply) => {
        const asked = readAsked(request);
        const found = await chartOfArea(request.platform, asked);
        if (found.kind === 'refused') throw noSuchArea(asked.measure, found);
        const lacking = `No months of ${asked.measure.title.toLowerCase()} are held for ${found.area.name}.`;
        if (found.chart === null)
          throw new NotFound(found.hidden ? NOT_SHOWN : lacking, [
            { href: measurePerformanceAddress(asked.measure.name, null), text: asked.measure.title },
          ]);
        const at = { base: 'chart' };
        return sendTable(reply, chartOpenTable(found.chart, asked.today), tableFile(file)?.format ?? 'csv', at);
      },
    );
}

/**
 * @throws InvalidRequest when the address is not as our own pages write it
 * @throws NotFound naming the measures nearest to what was asked
 */
function readAsked({ params, query, platform }: Pick<FastifyRequest, 'params' | 'query' | 'platform'>): MeasureAsked {
  const [named, asked] = [parameters.safeParse(params), areaQuery.safeParse(query)];
  if (!named.success || !asked.success)
    throw new InvalidRequest('This address cannot be read: start again from the performance page.');
  const measure = findMeasure(named.data.measure);
  if (!measure) throw noSuchMeasure(named.data.measure);
  return { measure, area: asked.data.area?.trim() || null, today: todayInLondon(platform.now()) };
}

function noSuchArea(measure: Measure, { because, near }: Extract<FoundPerformanceArea, { kind: 'refused' }>): NotFound {
  return new NotFound(because, [
    ...near.map(({ word, name }) => ({ href: measurePerformanceAddress(measure.name, word), text: name })),
    { href: measurePerformanceAddress(measure.name, null), text: measure.title },
  ]);
}

function noSuchMeasure(name: string): NotFound {
  const near = nearestNames(
    name,
    CATALOGUE.map((each) => each.name),
    (text) => text,
  );
  return new NotFound(`There is no measure called “${name}”.`, [
    ...CATALOGUE.filter((each) => near.includes(each.name)).map((each) => ({
      href: measurePerformanceAddress(each.name, null),
      text: each.title,
    })),
    { href: '/performance', text: 'Performance' },
  ]);
}
