import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proposePlan } from '../../src/allocation/service.ts';
import { mountRoutes } from '../../src/app/mount-routes.ts';
import { ensureReferenceAreas } from '../../src/geography/service.ts';
import { ensureReferenceUnit } from '../../src/organisation/service.ts';
import { type Asked, may, type Principal, personOf, ROLES } from '../../src/platform/access/index.ts';
import { recordAudit } from '../../src/platform/audit/index.ts';
import type { Records } from '../../src/platform/database/index.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { type MountedRoute, PUBLISHED } from '../../src/platform/web/index.ts';
import { CAMDEN, eachPrincipal, ISLINGTON, personWith, UNIT, WARD } from '../builders/each-principal.ts';
import { holdDemonstration } from '../builders/held-figures.ts';
import { LONG_RUNS } from '../builders/long-runs.ts';
import { type Asker, type PageServer, pageServer } from '../builders/page-server.ts';

/** A word that stands in one record only, and who may see that record. */
interface Canary {
  word: string;
  seenBy: Asked;
}

const CANARIES: readonly Canary[] = [
  { word: 'canary-person@example.gov.uk', seenBy: { module: 'users', act: 'read', place: null } },
  { word: 'Canary Person', seenBy: { module: 'users', act: 'read', place: null } },
  { word: 'canary-ended-role', seenBy: { module: 'users', act: 'read', place: null } },
  { word: 'canary-browser', seenBy: { module: 'users', act: 'read', place: null } },
  { word: 'canary-audit', seenBy: { module: 'audit', act: 'read', place: null } },
  { word: 'canary-unit-draft', seenBy: { module: 'allocation', act: 'read', place: { unit: UNIT } } },
  {
    word: 'canary-islington-draft',
    seenBy: { module: 'allocation', act: 'read', place: { unit: UNIT, borough: ISLINGTON } },
  },
  {
    word: 'Canary Officer',
    seenBy: { module: 'postings', act: 'read', place: { unit: UNIT, borough: CAMDEN, ward: WARD } },
  },
];

const PERSON = 'person:00000000000000ca';
const DRAFT = '770077';
const BOROUGH_DRAFT = '770088';

/** What stands for a parameter of an address; where several records could be meant, each of them. */
const SAMPLES: Record<string, readonly string[]> = {
  '/ward/:code': ['E05013652'],
  '/open-data/:file': ['wards.csv'],
  '/allocation/answers/:ward': ['E05013652', 'E05013652.json'],
  '/measures/:name': ['burglary'],
  '/measures/:name/:file': ['burglary', 'burglary.csv'],
  '/performance/measures/:measure': ['burglary'],
  '/performance/claims/:id': ['1'],
  '/performance/as-published/:name': ['islington-2024-07'],
  '/evaluation/:name': ['pathfinder-2017'],
  '/evaluation/:name/files/:file': ['months.csv', 'reproduce.json'],
  '/link/:token': ['no-such-token'],
  '/area-count/:file': ['counts.csv'],
  ':provider': ['none'],
  '/audit/heads/:name': ['no-such-head'],
  '/organisation/boroughs/:code': [CAMDEN],
  '/organisation/wards/:code': [WARD],
  ':officer': ['1'],
  ':post': ['1'],
  ':posting': ['1'],
  ':absence': ['1'],
  ':asset': ['1'],
  ':booking': ['1'],
  ':setting': ['1'],
  ':policy': ['1'],
  '/ringfence/ledger/wards/:code': [WARD],
  '/ringfence/rosters/:id': ['1'],
  '/ringfence/rosters/waiting/:id': ['1'],
  ':key': ['1'],
  ':device': ['1'],
  '/import': ['1'],
  '/allocation/plans/:id': [DRAFT, BOROUGH_DRAFT],
  '/allocation/reviews/:id': ['1'],
  ':proposal': ['1'],
  '/people/:id': [PERSON],
  ':session': ['session:00000000000000ca'],
  ':grant': ['grant:00000000000000ca'],
};

/** Routes that answer every call alike and are no pages, and the test's own. */
const NOT_WALKED = /^\/(assets\/\*|unreadable-address|form-of-a-test)/;

/** Addresses of a route, its parameters filled in; none where no sample is known. */
function addressesOf({ url }: MountedRoute): string[] {
  const parameters = url.match(/:\w+/g) ?? [];
  let filled = [url];
  for (const parameter of parameters) {
    const key = Object.keys(SAMPLES).find((each) =>
      each.startsWith(':')
        ? each === parameter
        : url.startsWith(each) && (each.includes(parameter) || !each.includes(':')),
    );
    const values = key === undefined ? [] : (SAMPLES[key] ?? []);
    const wanted = key === '/measures/:name/:file' && parameter === ':file' ? values.slice(1) : values.slice(0, 2);
    filled = filled.flatMap((each) => wanted.map((value) => each.replace(parameter, value)));
  }
  return filled;
}

/** Each role in the unit and in one of its boroughs, in turn; with KILLS=all in the other borough too. */
function isWalkedAs({ who }: { who: string }): boolean {
  if (/ward of|another unit|command line/.test(who)) return false;
  const role = ROLES.findIndex((each) => who === `${each} in Camden` || who === `${each} in Islington`);
  return LONG_RUNS || role < 0 || who.endsWith(role % 2 === 0 ? 'in Islington' : 'in Camden');
}

const wordsNotFor = (principal: Principal): string[] =>
  CANARIES.filter(({ seenBy }) => !may(principal, seenBy)).map(({ word }) => word);

/** Whether a route's own declaration lets a principal call it. */
function declaredFor({ access }: MountedRoute, principal: Principal): boolean {
  if (access.kind === 'allowed') return may(principal, { ...access, place: null });
  return access.kind !== 'signed-in' || personOf(principal) !== null;
}

type Answer = Awaited<ReturnType<Asker['get']>>;
const isRefusal = ({ statusCode, headers }: Answer): boolean =>
  statusCode === 401 || statusCode === 403 || (statusCode === 303 && /^\/sign-in/.test(String(headers.location)));

/** Calls a route as somebody, and says everything that should not have happened. */
async function faultsOf(asker: Asker, route: MountedRoute, { who, principal }: { who: string; principal: Principal }) {
  const faults: string[] = [];
  for (const address of addressesOf(route)) {
    const answer = route.method === 'POST' ? await post(asker, route, address) : await asker.get(address);
    const said = `${who}, ${route.method} ${address}`;
    for (const word of wordsNotFor(principal)) if (answer.body.includes(word)) faults.push(`${said}: saw ${word}`);
    if (!declaredFor(route, principal) && !isRefusal(answer)) faults.push(`${said}: answered ${answer.statusCode}`);
    if (answer.statusCode >= 500) faults.push(`${said}: broke with ${answer.statusCode}`);
  }
  return faults;
}

const post = (asker: Asker, { takesFiles }: MountedRoute, address: string) =>
  takesFiles ? asker.postFiles(address, []) : asker.post(address, {});

async function plantCanaries(platform: Platform, system: Records): Promise<void> {
  await holdDemonstration(system);
  const analyst = { ...platform, actor: 'cli:canary', principal: { kind: 'wardroom' } as const };
  const proposed = await proposePlan(analyst, { unit: UNIT, asAt: '2026-03-01', dwo: 118, pcso: 48 });
  expect(proposed.kind).toBe('proposed');
  const id = 'id' in proposed ? proposed.id : '';
  for (const [number, borough, word] of [
    [DRAFT, null, 'canary-unit-draft'],
    [BOROUGH_DRAFT, ISLINGTON, 'canary-islington-draft'],
  ] as const) {
    await sql`insert into publication.item
      overriding system value
      select (jsonb_populate_record(item, jsonb_build_object('id', ${number}::bigint, 'borough', ${borough}::text,
        'author', ${`cli:${word}`}::text, 'changed_by', ${`cli:${word}`}::text, 'proposed_by', ${`cli:${word}`}::text,
        'state', 'proposed', 'published_at', null, 'published_by', null, 'approved_at', null, 'approved_by', null,
        'approved_hash', null, 'approved_snapshot_hash', null, 'alone', false))).*
      from publication.item as item where id = ${id}::bigint`.execute(system);
    await sql`insert into publication.version
      select ${number}::bigint, version, content, content_hash, in_force_from, ${`cli:${word}`}, changed_at
      from publication.version where item = ${id}::bigint`.execute(system);
  }
  await sql`insert into identity.person (id, name, email, state, created_at) values
    (${PERSON}, 'Canary Person', 'canary-person@example.gov.uk', 'active', now()),
    ('person:0000000000000001', 'Walker', 'walker@example.gov.uk', 'active', now())`.execute(system);
  await sql`insert into identity.role_grant (id, person, role, unit, may_approve, from_date, proposed_by, proposed_at,
      ended_by, ended_at, end_reason) values
    ('grant:00000000000000ca', ${PERSON}, 'analyst', ${UNIT}, false, '2026-01-01', 'wardroom', now(), 'wardroom', now(),
      'canary-ended-role')`.execute(system);
  await sql`insert into identity.session (id, hash, person, stage, means, browser, started_at, last_seen_at, expires_at)
    values ('session:00000000000000ca', '\\xca', ${PERSON}, 'full', 'password', 'canary-browser', '2026-03-10 11:50Z',
      '2026-03-10 11:55Z', '2026-03-10 23:00Z')`.execute(system);
  await sql`with post as (
      insert into organisation.post (reference, unit, title, rank, strand, duty, full_time_equivalents, borough_codes,
        ward_codes, boundary_version, ward_class, during)
      values ('CANARY', ${UNIT}, 'Dedicated ward officer', 'Constable', 'neighbourhoods', 'ward', 1, ${[CAMDEN]}, ${[WARD]},
        'wards-2022', 'floor', '[2024-01-01,)') returning id),
    officer as (
      insert into organisation.officer (reference, unit, name) values ('CANARY', ${UNIT}, 'Canary Officer') returning id),
    share as (insert into organisation.post_share (post, borough_code, fraction, during)
      select id, ${CAMDEN}, 1, '[2024-01-01,)' from post)
    insert into organisation.posting (officer, post, fraction, during, kind)
    select officer.id, post.id, 1, '[2024-01-01,)', 'posting' from officer, post`.execute(system);
  await system
    .transaction()
    .execute((trx) =>
      recordAudit(trx, { actor: 'wardroom', action: 'users.test', subject: 'canary-audit', whom: PERSON }),
    );
}

/** A page that forgets itself: open to all, and shows a restricted record through Wardroom's own handle. */
function plantLeaks(server: FastifyInstance, system: Records): void {
  server.get('/planted/leak', { config: { access: PUBLISHED } }, async () => {
    const { rows } = await sql<{ email: string }>`select email from identity.person`.execute(system);
    return rows.map(({ email }) => email).join(' ');
  });
}

let pages: PageServer;
let leaking: MountedRoute | undefined;

beforeAll(async () => {
  pages = await pageServer(async (server, { platform, system }) => {
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    await plantCanaries(platform, system.records);
    const safekeeping = { system: system.records, headFolders: [], checkImports: null };
    mountRoutes(server, { system, inBackground: () => platform, providers: [], safekeeping });
    plantLeaks(server, system.records);
  });
  leaking = pages.server.mountedRoutes.find(({ url }) => url === '/planted/leak');
}, 120_000);
afterAll(() => pages.close());

const walked = (): MountedRoute[] =>
  pages.server.mountedRoutes.filter(
    ({ method, url }) =>
      ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method) &&
      !NOT_WALKED.test(url) &&
      !url.startsWith('/planted'),
  );

describe('every route, as every role in its own borough and in others', () => {
  it('is known with an address to call', () => {
    expect(walked().length).toBeGreaterThan(70);
    expect(
      walked()
        .filter((route) => addressesOf(route).length === 0)
        .map(({ url }) => url),
    ).toEqual([]);
  });

  it('shows its canaries to who may see them, or the walk would prove nothing', async () => {
    const seen = new Set<string>();
    const sources: [Principal, string[]][] = [
      [personWith('administrator', { unit: UNIT, borough: null, ward: null }), [`/people`, `/people/${PERSON}`]],
      [
        personWith('command', { unit: UNIT, borough: null, ward: null }),
        [`/allocation/plans/${DRAFT}`, `/allocation/plans/${BOROUGH_DRAFT}`, `/organisation/wards/${WARD}`],
      ],
    ];
    for (const [principal, addresses] of sources)
      for (const address of addresses) {
        const { body } = await pages.as(principal).get(address);
        for (const { word } of CANARIES) if (body.includes(word)) seen.add(word);
      }
    const auditor = pages.as(personWith('auditor', { unit: UNIT, borough: null, ward: null }));
    await auditor.post('/audit/reason', { reason: 'To look for the canary' });
    const { body } = await auditor.get('/audit');
    if (body.includes('canary-audit')) seen.add('canary-audit');
    expect([...seen].sort()).toEqual(CANARIES.map(({ word }) => word).sort());
  });

  it.each(eachPrincipal().filter(isWalkedAs))(
    '$who',
    async ({ who, principal }) => {
      const faults: string[] = [];
      // A browser for each, since signing out is among them.
      for (const route of walked()) faults.push(...(await faultsOf(pages.as(principal), route, { who, principal })));
      expect(faults).toEqual([]);
    },
    120_000,
  );
});

describe('the walk would find', () => {
  it('a route that shows a record without asking who looks', async () => {
    const visitor = { who: 'a visitor', principal: { kind: 'visitor' } as const };
    if (leaking === undefined) throw new Error('The leak was not planted.');
    expect(await faultsOf(pages.as(visitor.principal), leaking, visitor)).toEqual([
      'a visitor, GET /planted/leak: saw canary-person@example.gov.uk',
    ]);
  });

  it('a route that answers though it says it is not for them', async () => {
    const route: MountedRoute = {
      method: 'GET',
      url: '/permissions',
      access: { kind: 'allowed', module: 'audit', act: 'read' },
      takesFiles: false,
    };
    const visitor = { who: 'a visitor', principal: { kind: 'visitor' } as const };
    expect(await faultsOf(pages.as(visitor.principal), route, visitor)).toEqual([
      'a visitor, GET /permissions: answered 200',
    ]);
  });

  it('nothing, because a route that does not say who may call it is not even mounted', async () => {
    await expect(pageServer((server) => void server.get('/planted/silent', async () => 'all'))).rejects.toThrow(
      'does not say who may call it',
    );
  });
});
