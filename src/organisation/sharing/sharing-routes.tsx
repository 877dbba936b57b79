import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { isDate } from '../../lib/calendar/is-date.ts';
import { londonSpan, nextDay } from '../../lib/calendar/london-span.ts';
import { londonInstant, londonInstants } from '../../lib/calendar/london-time.ts';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { type Problem, Refused } from '../../lib/refused.ts';
import { may, worksWithMadeUp } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { Conflict, html } from '../../platform/web/index.ts';
import { boroughsOn } from '../boroughs-on.ts';
import { keyIn } from '../postings/choose-post-routes.tsx';
import { day, oneOf, readForm, type Typed, timeOfDay, words } from '../postings/read-form.ts';
import { areaName } from '../postings/say-seat.ts';
import { listUnits } from '../service.ts';
import { bookAsset, cancelBooking } from './booking-service.ts';
import { SHARED_BY, type SharedBy } from './model.ts';
import { AssetPage } from './pages/asset-page.tsx';
import { ShareReportPage } from './pages/share-report-page.tsx';
import { SharingPage } from './pages/sharing-page.tsx';
import { fairShareOf, listShared, sharedAsset } from './sharing-service.ts';

/** What the pages of sharing are handed by app/. */
export interface SharingDeps {
  /** Share of a unit's demand by borough code on a date; null when no demand is known. */
  demandShares: (platform: Platform, unit: string, asAt: string) => Promise<ReadonlyMap<string, number> | null>;
}

const READS = { kind: 'allowed', module: 'postings', act: 'read' } as const;
const WRITES = { kind: 'allowed', module: 'postings', act: 'write' } as const;
const BOOKING = '/organisation/sharing/:asset';
const parameters = z.object({ asset: z.string(), booking: z.string().optional() });
const texts = z.record(z.string(), z.string().max(2_000).catch('')).catch({});
const DONE: Readonly<Record<string, string>> = { booked: 'It is booked.', cancelled: 'The booking is cancelled.' };

/** Mounts what the boroughs share: the list, each of it with its bookings, and what each borough had. */
export function sharingRoutes(server: FastifyInstance, deps: SharingDeps): void {
  server.get('/organisation/sharing', { config: { access: READS } }, async ({ platform }, reply) =>
    html(
      reply,
      <SharingPage shared={await listShared(platform)} nameOf={areaName} synthetic={worksWithMadeUp(platform)} />,
    ),
  );
  reportRoute(server, deps);

  server.get(BOOKING, { config: { access: READS } }, async ({ platform, params, query }, reply) => {
    const asset = keyIn(parameters.parse(params).asset) ?? -1;
    const typed = { date: todayInLondon(platform.now()) };
    const done = DONE[texts.parse(query).done ?? ''] ?? null;
    return showAsset({ platform, reply, asset }, { typed, problems: [], done });
  });

  server.post(BOOKING, { config: { access: WRITES } }, async ({ platform, params, body }, reply) => {
    const asset = keyIn(parameters.parse(params).asset) ?? -1;
    const typed = texts.parse(body ?? {});
    try {
      const { boroughs } = await bookable(platform, asset);
      await bookAsset(platform, {
        asset,
        ...askedOf(
          typed,
          boroughs.map(({ value }) => value),
        ),
        nameOf: areaName,
      });
    } catch (error) {
      return showAsset({ platform, reply, asset }, { typed, problems: problemsOf(error), done: null });
    }
    return reply.redirect(`/organisation/sharing/${asset}?done=booked`, 303);
  });

  server.post(`${BOOKING}/cancel/:booking`, { config: { access: WRITES } }, async ({ platform, params }, reply) => {
    const { asset, booking } = parameters.parse(params);
    const shown = keyIn(asset) ?? -1;
    try {
      await cancelBooking(platform, { asset: shown, booking: keyIn(booking) ?? -1 });
    } catch (error) {
      return showAsset({ platform, reply, asset: shown }, { typed: {}, problems: problemsOf(error), done: null });
    }
    return reply.redirect(`/organisation/sharing/${shown}?done=cancelled`, 303);
  });
}

/** What stands in the way of a booking. @throws what is no answer to a form */
function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof Refused) return error.problems;
  if (error instanceof Conflict) return [{ field: 'start', sentence: error.message }];
  throw error;
}

/** Reads a booking from what was typed. @throws Refused */
function askedOf(typed: Typed, boroughs: readonly string[]) {
  const read = readForm(typed, {
    borough: oneOf(boroughs, 'Choose for which borough.'),
    date: day,
    start: timeOfDay,
    end: timeOfDay,
    purpose: words('Say what it is for.', 100),
  });
  for (const field of ['start', 'end'] as const)
    if (
      londonInstants(field === 'end' && read.end < read.start ? nextDay(read.date) : read.date, read[field]).kind ===
      'never'
    )
      throw new Refused([{ field, sentence: 'Clocks go forward on that day and skip this time: choose another.' }]);
  const span = read.start === read.end ? null : londonSpan(read.date, read.start, read.end);
  if (span === null)
    throw new Refused([{ field: 'end', sentence: 'No time passes between the two: choose a later time.' }]);
  return { boroughCode: read.borough, from: span.from, to: span.to, purpose: read.purpose };
}

/** The boroughs for which somebody may book. */
async function bookable(platform: Platform, asset: number) {
  const shown = await sharedAsset(platform, asset);
  const { unit: name } = shown.asset;
  const unit = (await listUnits(platform.records)).find((each) => each.name === name);
  const boroughs = unit === undefined ? [] : boroughsOn(unit, todayInLondon(platform.now()));
  const offered = boroughs
    .filter(({ code }) =>
      may(platform.principal, { module: 'postings', act: 'write', place: { unit: name, borough: code } }),
    )
    .map(({ code, name: text }) => ({ value: code, text }));
  return { ...shown, boroughs: offered };
}

async function showAsset(
  { platform, reply, asset }: { platform: Platform; reply: FastifyReply; asset: number },
  rest: { typed: Typed; problems: readonly Problem[]; done: string | null },
) {
  const page = {
    ...(await bookable(platform, asset)),
    nameOf: areaName,
    synthetic: worksWithMadeUp(platform),
    ...rest,
  };
  return html(reply, <AssetPage {...page} />, rest.problems.length === 0 ? 200 : 400);
}

function reportRoute(server: FastifyInstance, { demandShares }: SharingDeps): void {
  server.get('/organisation/sharing/report', { config: { access: READS } }, async ({ platform, query }, reply) => {
    const today = todayInLondon(platform.now());
    const asked = texts.parse(query);
    const by: SharedBy = SHARED_BY.find((each) => each === asked.by) ?? 'wards';
    const typed = { from: asked.from ?? `${today.slice(0, 7)}-01`, to: asked.to ?? today, by };
    const problems = spanProblems(typed);
    const [unit] = await listUnits(platform.records);
    const shown = { typed, problems, nameOf: areaName, synthetic: worksWithMadeUp(platform) };
    if (problems.length > 0 || unit === undefined)
      return html(reply, <ShareReportPage {...shown} report={null} />, 400);
    const span = { from: londonInstant(typed.from, '00:00'), to: londonInstant(nextDay(typed.to), '00:00') };
    const demand = by === 'demand' ? await demandShares(platform, unit.name, typed.to) : null;
    const report = await fairShareOf(platform, { unit, span, by, demand });
    return html(reply, <ShareReportPage {...shown} report={report} />);
  });
}

function spanProblems({ from, to }: { from: string; to: string }): Problem[] {
  const wrong = [
    { field: 'from', text: from },
    { field: 'to', text: to },
  ].filter(({ text }) => !isDate(text) || text === '2200-12-31');
  if (wrong.length > 0)
    return wrong.map(({ field }) => ({ field, sentence: 'Choose a day, or type it as 2026-03-10.' }));
  return to < from ? [{ field: 'to', sentence: 'Choose the first day or a later one.' }] : [];
}
