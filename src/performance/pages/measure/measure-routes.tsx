import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { todayInLondon } from '../../../lib/calendar/today-in-london.ts';
import { CATALOGUE, findMeasure } from '../../../measures/index.ts';
import { html, InvalidRequest, NotFound, PUBLISHED } from '../../../platform/web/index.ts';
import { nearestNames } from '../../sets/nearest-names.ts';
import { measurePerformanceAddress } from '../performance-address.ts';
import { MeasurePage } from './measure-page.tsx';
import { loadMeasurePage } from './measure-service.ts';

const parameters = z.object({ measure: z.string().max(200) });
const areaQuery = z.object({ area: z.string().max(100).optional() });

/** Mounts a performance page for each measure. */
export function measureRoutes(server: FastifyInstance): void {
  server.get('/performance/measures/:measure', { config: { access: PUBLISHED } }, async (request, reply) => {
    const { platform } = request;
    const [named, asked] = [parameters.safeParse(request.params), areaQuery.safeParse(request.query)];
    if (!named.success || !asked.success)
      throw new InvalidRequest('This address cannot be read: start again from the performance page.');
    const measure = findMeasure(named.data.measure);
    if (measure === null || measure === undefined) throw noSuchMeasure(named.data.measure);
    const area = asked.data.area?.trim() || null;
    const model = await loadMeasurePage(platform, { measure, area, today: todayInLondon(platform.now()) });
    if ('kind' in model)
      throw new NotFound(model.because, [
        ...model.near.map(({ word, name }) => ({ href: measurePerformanceAddress(measure.name, word), text: name })),
        { href: measurePerformanceAddress(measure.name, null), text: measure.title },
      ]);
    return html(reply, <MeasurePage {...model} />);
  });
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
