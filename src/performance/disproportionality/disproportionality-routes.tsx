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
import { disproportionalityAddress } from './disproportionality-address.ts';
import { disproportionality } from './disproportionality-service.ts';
import { disproportionalityTable } from './disproportionality-table.ts';
import type { DisproportionalityAsked } from './model.ts';
import { loadDisproportionalityPage } from './page-service.ts';
import { DisproportionalityPage } from './pages/disproportionality-page.tsx';

const pageQuery = z.object({
  ...{ area: ASKED_WORD, period: ASKED_WORD, object: ASKED_WORD, outcome: ASKED_WORD },
  by: z.enum(['self', 'officer']).default('self'),
  within: z.enum(['lsoas', 'wards', '']).optional(),
});

/** Mounts stop and search by ethnicity, and its figures as files. */
export function disproportionalityRoutes(server: FastifyInstance): void {
  server.get(
    '/performance/disproportionality',
    { config: { access: PUBLISHED } },
    async ({ platform, query }, reply) => {
      const model = await loadDisproportionalityPage(platform, {
        ...readAsked(query),
        today: todayInLondon(platform.now()),
      });
      const isRefused = model.shown.kind === 'refused' && model.shown.nothingHeld !== true;
      return html(reply, <DisproportionalityPage {...model} />, isRefused ? 400 : 200);
    },
  );
  for (const format of TABLE_FORMATS) {
    const config = { access: PUBLISHED, pace: 'heavy' } as const;
    server.get(`/performance/disproportionality.${format}`, { config }, async ({ platform, query }, reply) => {
      const today = todayInLondon(platform.now());
      const shown = await disproportionality(platform, { ...readAsked(query), asAt: today });
      if (shown.kind === 'refused') {
        throw new NotFound(shown.because, [
          { href: disproportionalityAddress(), text: 'Stop and search by ethnicity' },
        ]);
      }
      const table = disproportionalityTable(shown, today);
      const at = { base: 'disproportionality' };
      return sendTable(reply, table, format, at);
    });
  }
}

/** @throws InvalidRequest when the address is not as our own pages write it */
function readAsked(query: unknown): DisproportionalityAsked {
  const { area, period, by, object, outcome, within } = readAddress(pageQuery, query);
  return {
    ...{ area, period, by, object, outcome },
    within: within === undefined || within === '' ? null : within,
  };
}
