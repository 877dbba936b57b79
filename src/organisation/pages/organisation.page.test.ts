import { afterAll, beforeAll, expect, test } from 'vitest';
import { somebody } from '../../../test/builders/approvers.ts';
import { keptBook } from '../../../test/builders/kept-book.ts';
import { type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { organisationRoutes } from '../routes.tsx';
import { ensureReferenceUnit, layMadeUpBook } from '../service.ts';

const CAMDEN = 'E09000007';
const BLOOMSBURY = 'E05013653';
const ELSEWHERE = 'E05013655';
let pages: PageServer;

beforeAll(async () => {
  pages = await pageServer(async (server, { system }) => {
    await ensureReferenceAreas(system);
    await ensureReferenceUnit(system);
    const { posts, officers, postings, clusters, budgets, courses, training } = keptBook();
    const laid = await layMadeUpBook(system, {
      unit: 'Central North',
      name: 'Test',
      rows: {
        posts,
        officers: officers.flatMap(({ reference, name, ranks }) => ranks.map((rank) => ({ reference, name, ...rank }))),
        postings,
        absences: [{ officer: 'P-BLO-1', kind: 'absent', during: { from: '2026-03-01', until: null } }],
        clusters,
        budget: budgets,
        'establishment-changes': [],
        'earlier-allocation': [],
        courses,
        training,
        assets: [],
        bookings: [],
      },
    });
    expect(laid).toMatchObject({ kind: 'imported' });
    organisationRoutes(server, { floorOn: () => ({ dwo: 2, pcso: 1 }), demandShares: async () => null });
  });
});
afterAll(() => pages.close());

const get = async (role: Parameters<typeof somebody>[1] | 'visitor', path: string, at = {}) => {
  const asker = pages.as(role === 'visitor' ? { kind: 'visitor' } : somebody('a', role, at));
  return asker.get(path);
};
const ofBloomsbury = { borough: CAMDEN, ward: BLOOMSBURY };

test.each(['visitor', 'council', 'chair'] as const)('a %s sees what is published, and nobody by name', async (role) => {
  const at = role === 'chair' ? ofBloomsbury : { borough: CAMDEN };
  for (const path of ['/organisation', '/organisation/published']) {
    const { body } = await get(role, path, at);
    expect(body).toContain('Posts the boroughs have published');
    expect(body).not.toContain('Officer P-');
  }
  for (const path of [`wards/${BLOOMSBURY}`, `boroughs/${CAMDEN}`, 'changes', 'skills']) {
    const { statusCode, body } = await get(role, `/organisation/${path}`, at);
    expect([303, 403]).toContain(statusCode);
    expect(body).not.toContain('Officer P-');
  }
});

test('an inspector reads every page, with who is away', async () => {
  for (const [path, said] of [
    ['', 'Posts and people of Central North'],
    [`/boroughs/${CAMDEN}`, 'shared with Islington, half'],
    [`/wards/${BLOOMSBURY}`, 'kept on paper, not deployable'],
    ['/changes', 'No change is recorded.'],
    ['/skills', 'of required training is held.'],
  ] as const) {
    const { statusCode, body } = await get('inspector', `/organisation${path}`, { borough: CAMDEN });
    expect(statusCode).toBe(200);
    expect(body).toContain(said);
    expect(body).toContain('<span class="w-syn">synthetic</span>');
  }
});

test.each(['sergeant', 'officer'] as const)(
  'a ward’s %s reads their ward, and is told what they do not see',
  async (role) => {
    const first = await get(role, '/organisation', ofBloomsbury);
    expect(first.body).toContain('Your role shows you the posts of Bloomsbury');
    expect(first.body).not.toContain('Officer P-CAM-1');
    const ward = await get(role, `/organisation/wards/${BLOOMSBURY}`, ofBloomsbury);
    expect(ward.body).toContain('Officer P-BLO-1');
    expect(ward.body).toContain('Your role does not show you who is absent');
    expect(ward.body).not.toContain('w-tag">absent');
    for (const path of [`wards/${ELSEWHERE}`, `boroughs/${CAMDEN}`, 'changes', 'skills'])
      expect((await get(role, `/organisation/${path}`, ofBloomsbury)).statusCode).toBe(403);
  },
);

test('a day is asked for as a date, and kept in the links', async () => {
  const { body } = await get('command', `/organisation/wards/${BLOOMSBURY}?as-at=2025-06-30`);
  expect(body).toContain('as at 30 June 2025');
  expect(body).toContain(`/organisation/boroughs/${CAMDEN}?as-at=2025-06-30`);
  expect((await get('command', '/organisation?as-at=yesterday')).statusCode).toBe(400);
});

test('a ward or borough that is none on the day is not found', async () => {
  expect((await get('command', '/organisation/wards/E09999999')).statusCode).toBe(404);
  expect((await get('command', `/organisation/wards/${BLOOMSBURY}?as-at=2020-01-01`)).statusCode).toBe(404);
  expect((await get('command', '/organisation/boroughs/E09000001')).statusCode).toBe(404);
});
