import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { todayInLondon } from '../../lib/calendar/today-in-london.ts';
import { may, type Place, worksWithMadeUp } from '../../platform/access/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { html } from '../../platform/web/index.ts';
import { listUnits } from '../service.ts';
import type { WardFloor } from '../strength/ward-kind.ts';
import { keyIn } from './choose-post-routes.tsx';
import { findOfficers, findPosts, officerInPosts, postWithHolders } from './find-service.ts';
import { heldFormsRoutes } from './held-forms-routes.tsx';
import { officerFormsRoutes } from './officer-forms-routes.tsx';
import { OfficerPage } from './pages/officer-page.tsx';
import { PostingsPage } from './pages/postings-page.tsx';
import { SeatPage } from './pages/seat-page.tsx';
import { mayChangeRank } from './rank-service.ts';
import { mayOpenPosts, seatFormsRoutes } from './seat-forms-routes.tsx';
import { touchedPlaces } from './touched-places.ts';

/** What the pages of postings are handed by app/. */
export interface PostingsDeps {
  /** What every ward is promised on a date: a rule of allocation, which comes later in the order of domains. */
  floorOn: (date: string) => WardFloor;
}

const READS = { kind: 'allowed', module: 'postings', act: 'read' } as const;
const seekQuery = z.object({ seek: z.string().max(100).catch('') });
const doneQuery = z.object({ done: z.string().optional() });
const keyParameter = z.object({ officer: z.string().optional(), post: z.string().optional() });
const DONE: Readonly<Record<string, string>> = {
  posted: 'The officer is posted.',
  transferred: 'The officer is transferred.',
  rank: 'The rank is changed.',
  ended: 'The last day is saved.',
  fraction: 'The fraction is changed.',
  lent: 'The officer is lent, and goes back the day after.',
  absence: 'It is recorded.',
  'absence-ended': 'The last day is saved.',
  'fill-date': 'The day is saved.',
  closed: 'The post is closed.',
};

/** Mounts the pages on which postings, absences and posts are changed. */
export function postingsRoutes(server: FastifyInstance, { floorOn }: PostingsDeps): void {
  server.get('/organisation/postings', { config: { access: READS } }, async ({ platform, query }, reply) => {
    const words = seekQuery.parse(query).seek.trim();
    const found = words === '' ? null : await lookFor(platform, words);
    const mayWrite = may(platform.principal, { module: 'postings', act: 'write', place: null });
    const today = todayInLondon(platform.now());
    const synthetic = worksWithMadeUp(platform);
    const mayOpen = mayOpenPosts(platform, await listUnits(platform.records));
    return html(reply, <PostingsPage {...{ words, found, mayWrite, mayOpen, today, synthetic }} />);
  });

  server.get('/organisation/postings/officers/:officer', { config: { access: READS } }, async (request, reply) => {
    const { platform, params, query } = request;
    const shown = await officerInPosts(platform, keyIn(keyParameter.parse(params).officer) ?? -1);
    const writes = (places: readonly Place[], module: 'postings' | 'duties') =>
      places.some((place) => may(platform.principal, { module, act: 'write', place }));
    const { officer, postings } = shown;
    const today = todayInLondon(platform.now());
    const still = postings.filter(({ during }) => during.until === null || during.until > today);
    const places = [{ unit: officer.unit }, ...still.flatMap(({ seat }) => touchedPlaces(seat))];
    const model = {
      ...shown,
      today,
      done: doneOf(query),
      mayChange: new Set(postings.filter(({ seat }) => writes(touchedPlaces(seat), 'postings')).map(({ id }) => id)),
      mayPost: may(platform.principal, { module: 'postings', act: 'write', place: null }),
      mayRank: await mayChangeRank(platform, { officer: officer.id, from: today }),
      mayRecord: writes(places, 'duties'),
    };
    return html(reply, <OfficerPage {...model} />);
  });

  server.get('/organisation/postings/posts/:post', { config: { access: READS } }, async (request, reply) => {
    const { platform, params, query } = request;
    const { seat, held } = await postWithHolders(platform, keyIn(keyParameter.parse(params).post) ?? -1);
    const mayWrite = writesAt(platform, touchedPlaces(seat));
    const synthetic = worksWithMadeUp(platform);
    const mayClose = writesAt(platform, touchedPlaces({ ...seat, wards: [] }));
    return html(reply, <SeatPage {...{ seat, held, done: doneOf(query), mayWrite, mayClose, synthetic }} />);
  });

  officerFormsRoutes(server, floorOn);
  heldFormsRoutes(server, floorOn);
  seatFormsRoutes(server);
}

const doneOf = (query: unknown): string | null => DONE[doneQuery.safeParse(query).data?.done ?? ''] ?? null;

async function lookFor(platform: Platform, words: string) {
  const [officers, posts] = [
    await findOfficers(platform, words),
    await findPosts(platform, { words, writable: false }),
  ];
  return { officers: officers.officers, posts: posts.posts, more: officers.more || posts.more };
}

function writesAt({ principal }: Platform, places: ReturnType<typeof touchedPlaces>): boolean {
  return places.some((place) => may(principal, { module: 'postings', act: 'write', place }));
}
