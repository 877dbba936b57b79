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
import type { PlacesAsked } from './model.ts';
import { placesAddress } from './places-address.ts';
import { PlacesPage } from './places-page.tsx';
import { loadPlacesPage } from './places-page-service.ts';
import { comparePlaces } from './places-service.ts';
import { placesTable } from './places-table.ts';

const placesQuery = z.object({
  area: ASKED_WORD,
  unit: ASKED_WORD,
  borough: ASKED_WORD,
  level: ASKED_WORD,
  period: ASKED_WORD,
});

/** Mounts the page of places by harm and trust, and its figures as files. */
export function placesRoutes(server: FastifyInstance): void {
  server.get('/performance/places', { config: { access: PUBLISHED } }, async ({ platform, query }, reply) => {
    const model = await loadPlacesPage(platform, { ...readAsked(query), today: todayInLondon(platform.now()) });
    return html(reply, <PlacesPage {...model} />, model.shown.kind === 'refused' ? 400 : 200);
  });
  for (const format of TABLE_FORMATS)
    server.get(
      `/performance/places.${format}`,
      { config: { access: PUBLISHED, pace: 'heavy' } },
      async ({ platform, query }, reply) => {
        const today = todayInLondon(platform.now());
        const shown = await comparePlaces(platform, { ...readAsked(query), today });
        if (shown.kind === 'refused') {
          throw new NotFound(shown.because, [{ href: placesAddress(), text: 'Crime and trust, place by place' }]);
        }
        return sendTable(reply, placesTable(shown, today), format);
      },
    );
}

/** @throws InvalidRequest when the address is not as our own pages write it */
function readAsked(query: unknown): PlacesAsked {
  const { area, unit, borough, level, period } = readAddress(placesQuery, query);
  return {
    place: area ?? borough ?? unit,
    level: level === 'lsoas' ? 'lsoas' : 'wards',
    period,
  };
}
