import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isDate } from '../lib/calendar/is-date.ts';
import { todayInLondon } from '../lib/calendar/today-in-london.ts';
import { may } from '../platform/access/index.ts';
import { html, InvalidRequest } from '../platform/web/index.ts';
import { checkUnit } from './check-service.ts';
import { bookFrame } from './pages/book-frame.ts';
import { CheckPage } from './pages/check-page.tsx';
import type { Judged } from './rule.ts';

const query = z.object({ 'as-at': z.string().max(20).optional() });

/** Mounts /organisation/check: what who reads postings sees of the rules on a day. */
export function checkRoutes(server: FastifyInstance, { floorOn }: Pick<Judged, 'floorOn'>): void {
  server.get(
    '/organisation/check',
    { config: { access: { kind: 'allowed', module: 'postings', act: 'read' } } },
    async ({ platform, query: asked }, reply) => {
      const parsed = query.safeParse(asked);
      if (!parsed.success) throw new InvalidRequest('This address cannot be read: start again from the first page.');
      const day = parsed.data['as-at'] ?? '';
      if (day !== '' && !isDate(day)) throw new InvalidRequest(`“${day}” is not a date: write it as 2026-03-01.`);
      const asAt = day === '' ? todayInLondon(platform.now()) : day;
      const { book, check } = await checkUnit(platform, { unit: null, asAt, floorOn });
      const mayPost = may(platform.principal, { module: 'postings', act: 'write', place: null });
      return html(reply, <CheckPage frame={bookFrame(book, { asAt, dayAsked: day !== '' }, mayPost)} check={check} />);
    },
  );
}
