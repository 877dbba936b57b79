import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isDate } from '../../lib/calendar/is-date.ts';
import { isTimeOfDay, londonInstant } from '../../lib/calendar/london-time.ts';
import { type Problem, Refused } from '../../lib/refused.ts';
import type { Platform } from '../../platform/platform.ts';
import { html, PUBLISHED } from '../../platform/web/index.ts';
import { calendarInView } from './calendar-in-view-service.ts';
import { callOffEvent, enterEmergency, enterOtherDays } from './change-calendar-service.ts';
import { CalendarPage } from './pages/calendar-page.tsx';

const WRITES = { kind: 'allowed', module: 'duties', act: 'write' } as const;
const APPROVES = { kind: 'allowed', module: 'duties', act: 'approve' } as const;
const asked = z.object({ unit: z.string().max(120).nullable().catch(null), done: z.string().max(20).catch('') });
const texts = z.record(z.string(), z.string().max(2_000).catch('')).catch({});
const DONE: Readonly<Record<string, string>> = {
  emergency: 'It is entered. Absences that name it are ruled by it within a minute.',
  'call-off': 'It is called off. Absences that name it are ruled anew within a minute.',
  days: 'The days are entered.',
};

type Typed = Readonly<Record<string, string>>;

/** Mounts the calendar of the ring-fence: public, with the forms of who may change it. */
export function calendarRoutes(server: FastifyInstance): void {
  server.get('/ringfence/calendar', { config: { access: PUBLISHED } }, async ({ platform, query }, reply) => {
    const { unit, done } = asked.parse(query);
    return show({ platform, reply, unit }, { typed: {}, problems: [], done: DONE[done] ?? null });
  });
  server.post('/ringfence/calendar/emergency', { config: { access: WRITES } }, (request, reply) =>
    change({ request, reply }, 'emergency', enter),
  );
  server.post('/ringfence/calendar/call-off', { config: { access: APPROVES } }, (request, reply) =>
    change({ request, reply }, 'call-off', (platform, unit, { off: key = '', because = '' }) =>
      callOffEvent(platform, { unit, key, because }),
    ),
  );
  server.post('/ringfence/calendar/days', { config: { access: APPROVES } }, (request, reply) =>
    change({ request, reply }, 'days', move),
  );
}

function enter(platform: Platform, unit: string, typed: Typed): Promise<unknown> {
  const { name = '', firstDay = '', rank = '', source = '' } = typed;
  return enterEmergency(platform, {
    ...{ unit, name, firstDay, rank, source },
    authorisedAt: instantOf(typed.authorisedAt ?? '', typed.authorisedTime ?? ''),
    expires: instantOf(typed.expires ?? '', typed.expiresTime ?? ''),
  });
}

const instantOf = (day: string, time: string): Date | null =>
  isDate(day) && isTimeOfDay(time) ? londonInstant(day, time) : null;

/** Names that the fields of other days have on the page, where the emergency has its own. */
const MOVED: Readonly<Record<string, string>> = { firstDay: 'movedFirst', lastDay: 'movedLast', source: 'movedSource' };

async function move(platform: Platform, unit: string, typed: Typed): Promise<unknown> {
  const { moved: key = '', movedFirst: firstDay = '', movedLast: lastDay = '', movedSource: source = '' } = typed;
  try {
    return await enterOtherDays(platform, { unit, key, firstDay, lastDay, source });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new Refused(error.problems.map(({ field, sentence }) => ({ field: MOVED[field ?? ''] ?? field, sentence })));
  }
}

/** Does what a form asks for, and leads back to the calendar; what stands in the way is said there, with what was typed. */
async function change(
  { request: { platform, query, body }, reply }: { request: FastifyRequest; reply: FastifyReply },
  done: string,
  run: (platform: Platform, unit: string, typed: Typed) => Promise<unknown>,
) {
  const { unit: named } = asked.parse(query);
  const typed = texts.parse(body ?? {});
  const { unit } = await calendarInView(platform, named);
  try {
    await run(platform, unit.name, typed);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return show({ platform, reply, unit: unit.name }, { typed, problems: error.problems, done: null });
  }
  return reply.redirect(`/ringfence/calendar?unit=${encodeURIComponent(unit.name)}&done=${done}`, 303);
}

async function show(
  { platform, reply, unit }: { platform: Platform; reply: FastifyReply; unit: string | null },
  rest: { typed: Typed; problems: readonly Problem[]; done: string | null },
) {
  const page = <CalendarPage {...(await calendarInView(platform, unit))} {...rest} />;
  return html(reply, page, rest.problems.length === 0 ? 200 : 400);
}
