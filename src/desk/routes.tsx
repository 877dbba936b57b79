import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { isDate } from '../lib/calendar/is-date.ts';
import { todayInLondon } from '../lib/calendar/today-in-london.ts';
import type { Platform } from '../platform/platform.ts';
import { html, InvalidRequest, NotFound, PUBLISHED } from '../platform/web/index.ts';
import { longDate } from '../ui/long-date.ts';
import { allocationRoutes } from './allocation/routes.tsx';
import { openDataRoutes } from './open-data/routes.tsx';
import { UnitPage } from './pages/unit-page.tsx';
import { WardPage } from './pages/ward-page.tsx';
import { type Day, loadUnitPage, loadWardPage } from './service.ts';

const unitQuery = z.object({ show: z.string().optional() });
const dayQuery = z.object({ 'as-at': z.string().optional() });
const wardQuery = z.object({ measure: z.string().optional() });
const wardParameter = z.object({ code: z.string().max(100) });

/** Mounts the pages that span domains: the unit's home, its wards, the allocation. */
export function deskRoutes(server: FastifyInstance): void {
  server.get('/', { config: { access: PUBLISHED } }, async (request, reply) => {
    const { show } = read(unitQuery, request.query);
    const model = await loadUnitPage(request.platform, dayAsked(request.query, today(request.platform)), show ?? null);
    if (model === null)
      throw new NotFound('No figures of that name are held for these wards.', [
        { href: '/', text: 'Choose from those that are' },
      ]);
    return html(reply, <UnitPage {...model} />);
  });

  server.get('/ward/:code', { config: { access: PUBLISHED } }, async (request, reply) => {
    const { code } = read(wardParameter, request.params);
    const day = dayAsked(request.query, today(request.platform));
    const dayQuery = day.dayAsked ? `?as-at=${day.asAt}` : '';
    const { measure } = read(wardQuery, request.query);
    const asked = await loadWardPage(request.platform, code, day, measure ?? null);
    if (asked.kind === 'ward') return html(reply, <WardPage {...asked.model} />);
    if (asked.kind === 'other name') return reply.redirect(`/ward/${asked.code}${dayQuery}`, 302);
    if (asked.kind === 'no such measure')
      throw new NotFound('No figures of that name are held for this ward.', [
        { href: `/ward/${code}${dayQuery}`, text: 'The ward, with those that are' },
      ]);
    if (asked.kind === 'other day')
      throw new NotFound(`${asked.area.name} is no ward on ${longDate(day.asAt)} under this code.`, [
        { href: `/ward/${asked.area.code}?as-at=${asked.asAt}`, text: `${asked.area.name} on ${longDate(asked.asAt)}` },
        { href: '/', text: 'Every ward' },
      ]);
    const near = asked.kind === 'ambiguous' ? asked.areas : asked.near;
    throw new NotFound(
      asked.kind === 'ambiguous' ? `Several wards are called “${code}”.` : `No ward here is called “${code}”.`,
      [
        ...near.map((area) => ({
          href: `/ward/${area.code}${dayQuery}`,
          text: `${area.name}, ${area.boroughName ?? ''}`,
        })),
        { href: '/', text: 'Every ward' },
      ],
    );
  });

  allocationRoutes(server);
  openDataRoutes(server);
}

const today = (platform: Platform): string => todayInLondon(platform.now());

/** @throws InvalidRequest when the address is not as our own pages write it */
function read<T>(shape: z.ZodType<T>, value: unknown): T {
  const parsed = shape.safeParse(value);
  if (!parsed.success) throw new InvalidRequest('This address cannot be read: start again from the first page.');
  return parsed.data;
}

/** @throws InvalidRequest when a day is asked for that is none */
function dayAsked(query: unknown, today: string): Day {
  const asAt = read(dayQuery, query)['as-at'];
  if (asAt === undefined || asAt === '') return { asAt: today, dayAsked: false };
  if (!isDate(asAt)) throw new InvalidRequest(`“${asAt}” is not a date: write it as 2026-03-01.`);
  return { asAt, dayAsked: true };
}
