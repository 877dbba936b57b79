import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { html, InvalidRequest, NotFound, PUBLISHED, sendTable } from '../../platform/web/index.ts';
import type { PlacesAsked } from './model.ts';
import { placesAddress } from './places-address.ts';
import { PlacesPage } from './places-page.tsx';
import { loadPlacesPage } from './places-page-service.ts';
import { comparePlaces } from './places-service.ts';
import { placesTable } from './places-table.ts';

const word = z.string().max(100).optional();
const placesQuery = z.object({ area: word, unit: word, borough: word, level: word, period: word });

/** Mounts the page of places by harm and trust, and its figures as files. */
export function placesRoutes(server: FastifyInstance): void {
  server.get('/performance/places', { config: { access: PUBLISHED } }, async ({ platform, query }, reply) => {
    const model = await loadPlacesPage(platform, { ...readAsked(query), today: todayInLondon(platform.now()) });
    return html(reply, <PlacesPage {...model} />, model.shown.kind === 'refused' ? 400 : 200);
  });
  for (const format of ['csv', 'txt', 'csv-metadata.json', 'json'] as const)
    server.get(
      `/performance/places.${format}`,
      { config: { access: PUBLISHED, pace: 'heavy' } },
      async ({ platform, query, url }, reply) => {
        const today = todayInLondon(platform.now());
        const shown = await comparePlaces(platform, { ...readAsked(query), today });
        if (shown.kind === 'refused') {
          throw new NotFound(shown.because, [{ href: placesAddress(), text: 'Crime and trust, place by place' }]);
        }
        const rest = url.includes('?') ? url.slice(url.indexOf('?')) : '';
        return sendTable(reply, placesTable(shown, today), format, { query: rest });
      },
    );
}

/** @throws InvalidRequest when the address is not as our own pages write it */
function readAsked(query: unknown): PlacesAsked {
  const parsed = placesQuery.safeParse(query);
  if (!parsed.success) throw new InvalidRequest('This address cannot be read: start again from the performance page.');
  const { area, unit, borough, level, period } = parsed.data;
  const given = (value: string | undefined) => (value === undefined || value.trim() === '' ? null : value.trim());
  return {
    place: given(area) ?? given(borough) ?? given(unit),
    level: level === 'lsoas' ? 'lsoas' : 'wards',
    period: given(period),
  };
}
