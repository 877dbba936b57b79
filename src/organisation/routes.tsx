import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import { wardSetAsAt } from '../geography/index.ts';
import { listAreas } from '../geography/service.ts';
import { isDate } from '../lib/calendar/is-date.ts';
import { todayInLondon } from '../lib/calendar/today-in-london.ts';
import { may, requirePermission } from '../platform/access/index.ts';
import type { Platform } from '../platform/platform.ts';
import { html, InvalidRequest, NotFound, PUBLISHED, type RouteAccess } from '../platform/web/index.ts';
import { postBook } from './book/book-service.ts';
import { boroughsOn } from './boroughs-on.ts';
import { checkRoutes } from './check-routes.tsx';
import { type BookFrame, bookFrame } from './pages/book-frame.ts';
import { BoroughPostsPage } from './pages/borough-posts-page.tsx';
import { boroughView } from './pages/borough-view.ts';
import { ChangesPage } from './pages/changes-page.tsx';
import { changesView } from './pages/changes-view.ts';
import type { Day } from './pages/page-address.ts';
import { PartPage } from './pages/part-page.tsx';
import { SkillsPage } from './pages/skills-page.tsx';
import { UnitPostsPage } from './pages/unit-posts-page.tsx';
import { unitView } from './pages/unit-view.ts';
import { WardPostsPage } from './pages/ward-posts-page.tsx';
import { wardView } from './pages/ward-view.ts';
import { WorkforcePage } from './pages/workforce-page.tsx';
import { bookOfBorough, bookOfWard } from './pages-service.ts';
import type { PostBook } from './post-book.ts';
import { postingsRoutes } from './postings/postings-routes.tsx';
import { listUnits, publishedWorkforces } from './service.ts';
import { sharingRoutes } from './sharing/sharing-routes.tsx';
import { coverageOn } from './skills/coverage.ts';
import type { WardFloor } from './strength/ward-kind.ts';
import { wardTeams } from './strength/ward-teams.ts';

/** What the routes are handed by app/: the floor is a rule of allocation and demand is a domain, both later in the order. */
export interface OrganisationDeps {
  /** What every ward is promised on a date. */
  floorOn: (date: string) => WardFloor;
  /** Share of a unit's demand by borough code on a date; null when no demand is known. */
  demandShares: (platform: Platform, unit: string, asAt: string) => Promise<Map<string, number> | null>;
}

const POSTINGS_READ: RouteAccess = { kind: 'allowed', module: 'postings', act: 'read' };
const dayQuery = z.object({ 'as-at': z.string().max(20).optional() });
const codeParameter = z.object({ code: z.string().max(100) });

/** Mounts the pages of the unit's posts and people; a visitor is shown what is published. */
export function organisationRoutes(server: FastifyInstance, deps: OrganisationDeps): void {
  checkRoutes(server, deps);
  postingsRoutes(server, deps);
  sharingRoutes(server, deps);
  server.get('/organisation', { config: { access: PUBLISHED } }, async ({ platform, query }, reply) => {
    if (!may(platform.principal, { module: 'postings', act: 'read', place: null }))
      return publishedPage(platform, reply, deps);
    const day = dayAsked(platform, query);
    const book = await postBook(platform, null);
    const frame = frameOf(platform, book, day);
    if (!book.whole) return html(reply, <PartPage frame={frame} wards={wardsSeen(book, day.asAt)} />);
    const shares = await deps.demandShares(platform, book.unit, day.asAt);
    const unit = unitView(book, day.asAt, deps.floorOn(day.asAt), shares);
    return html(reply, <UnitPostsPage frame={frame} unit={unit} />);
  });

  server.get('/organisation/published', { config: { access: PUBLISHED } }, ({ platform }, reply) =>
    publishedPage(platform, reply, deps),
  );

  server.get('/organisation/changes', { config: { access: POSTINGS_READ } }, async ({ platform, query }, reply) => {
    const { frame, book } = await wholeBook(platform, query);
    return html(reply, <ChangesPage frame={frame} view={changesView(book, frame.asAt)} />);
  });

  server.get('/organisation/skills', { config: { access: POSTINGS_READ } }, async ({ platform, query }, reply) => {
    const { frame, book } = await wholeBook(platform, query);
    return html(reply, <SkillsPage frame={frame} courses={coverageOn(book, frame.asAt)} />);
  });

  server.get(
    '/organisation/boroughs/:code',
    { config: { access: POSTINGS_READ } },
    async ({ platform, query, params }, reply) => {
      const day = dayAsked(platform, query);
      const { code } = read(codeParameter, params);
      const book = await bookOfBorough(platform, { code, asAt: day.asAt });
      const borough = boroughView(book, code, day.asAt, deps.floorOn(day.asAt));
      if (borough === null) throw new NotFound(`No command unit here has a borough “${code}” on this day.`);
      return html(reply, <BoroughPostsPage frame={frameOf(platform, book, day)} borough={borough} />);
    },
  );

  server.get(
    '/organisation/wards/:code',
    { config: { access: POSTINGS_READ } },
    async ({ platform, query, params }, reply) => {
      const day = dayAsked(platform, query);
      const { code } = read(codeParameter, params);
      const book = await bookOfWard(platform, { code, asAt: day.asAt });
      const ward = wardView(book, code, day.asAt, deps.floorOn);
      if (ward === null) throw new NotFound(`No ward here has the code “${code}” on this day.`);
      return html(reply, <WardPostsPage frame={frameOf(platform, book, day)} ward={ward} />);
    },
  );
}

/** What the boroughs have published: for everybody. */
async function publishedPage({ records, now }: Platform, reply: FastifyReply, { floorOn }: OrganisationDeps) {
  const today = todayInLondon(now());
  const [unit] = await listUnits(records);
  const boroughs = unit ? boroughsOn(unit, today) : [];
  const wards = await listAreas(records, {
    version: wardSetAsAt(today).version,
    boroughCodes: boroughs.map((borough) => borough.code),
  });
  const workforces = (await publishedWorkforces(records, boroughs)).map((workforce) => ({
    ...workforce,
    wards: wards.filter((ward) => ward.boroughCode === workforce.boroughCode).length,
    floorPerWard: floorOn(today).dwo,
  }));
  return html(
    reply,
    <WorkforcePage
      unit={{ name: unit?.name ?? 'No command unit', boroughs: boroughs.map((borough) => borough.name) }}
      workforces={workforces}
    />,
  );
}

/**
 * The book for a page about all of the unit.
 * @throws NotAllowed for who sees part of it
 */
async function wholeBook(platform: Platform, query: unknown): Promise<{ frame: BookFrame; book: PostBook }> {
  const book = await postBook(platform, null);
  requirePermission(platform.principal, { module: 'postings', act: 'read', place: { unit: book.unit } });
  return { frame: frameOf(platform, book, dayAsked(platform, query)), book };
}

const frameOf = ({ principal }: Platform, book: PostBook, day: Day): BookFrame =>
  bookFrame(book, day, may(principal, { module: 'postings', act: 'write', place: null }));

/** Wards of which the reader sees a post, or a sergeant's, on the day; by name. */
function wardsSeen(book: PostBook, asAt: string): { code: string; name: string }[] {
  const led = new Set(book.posts.flatMap(({ wards }) => wards));
  return wardTeams(book)
    .filter(({ ward, posts }) => posts.length > 0 && led.has(ward.code) && ward.during.from <= asAt)
    .map(({ ward: { code, name } }) => ({ code, name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @throws InvalidRequest when the address is not as our own pages write it */
function read<T>(shape: z.ZodType<T>, value: unknown): T {
  const parsed = shape.safeParse(value);
  if (!parsed.success) throw new InvalidRequest('This address cannot be read: start again from the first page.');
  return parsed.data;
}

/** @throws InvalidRequest when a day is asked for that is none */
function dayAsked({ now }: Platform, query: unknown): Day {
  const asAt = read(dayQuery, query)['as-at'];
  if (asAt === undefined || asAt === '') return { asAt: todayInLondon(now()), dayAsked: false };
  if (!isDate(asAt)) throw new InvalidRequest(`“${asAt}” is not a date: write it as 2026-03-01.`);
  return { asAt, dayAsked: true };
}
