import { afterAll, beforeAll, expect, it } from 'vitest';
import { deskRoutes } from '../../src/desk/routes.tsx';
import { geographyRoutes } from '../../src/geography/routes.ts';
import { ensureReferenceAreas } from '../../src/geography/service.ts';
import { measuresRoutes } from '../../src/measures/routes.tsx';
import { organisationRoutes } from '../../src/organisation/routes.tsx';
import { ensureReferenceUnit } from '../../src/organisation/service.ts';
import type { Principal } from '../../src/platform/access/index.ts';
import { PUBLISHED } from '../../src/platform/web/index.ts';
import { sourcesRoutes } from '../../src/sources/routes.tsx';
import { FORM_TOKEN } from '../../src/ui/page-visit.ts';
import { type PageServer, pageServer } from '../builders/page-server.ts';

/** What people send when they sign in, none of which belongs in a log. */
const SECRETS = {
  email: 'ann.planted@met.example.org',
  password: 'correct-horse-planted-battery',
  code: '314159-planted',
  link: 'UExBTlRFRC1vbmUtdGltZS1saW5rLXRva2VuLXg',
};
const ANN: Principal = {
  kind: 'person',
  person: 'person:3f9c',
  grants: [{ role: 'analyst', scope: { unit: 'Central North', borough: null, ward: null }, organisation: null }],
  demonstration: false,
  steppedUp: false,
};

let pages: PageServer;
const lines: string[] = [];
beforeAll(async () => {
  pages = await pageServer(
    async (server, deps) => {
      await ensureReferenceAreas(deps.system);
      await ensureReferenceUnit(deps.system);
      deskRoutes(server);
      organisationRoutes(server, { floorPerWard: () => 2 });
      measuresRoutes(server);
      sourcesRoutes(server, deps);
      geographyRoutes(server);
      server.get('/link/:token', { config: { access: { kind: 'way-in' } } }, async () => 'opened');
      server.post('/broken', { config: { access: PUBLISHED } }, async ({ body }) => {
        throw new Error(`duplicate key: (${(body as { email: string }).email}) with ${SECRETS.link}`);
      });
    },
    undefined,
    { log: { level: 'debug', stream: { write: (line) => lines.push(line) } } },
  );
});
afterAll(() => pages.close());

const SEEN = () => lines.join('');

it('keeps secrets out of the log, whichever route they are sent to', async () => {
  const ann = pages.as(ANN);
  const token = await ann.formToken();
  const query = new URLSearchParams(SECRETS).toString();
  const headers = { authorization: `Bearer ${SECRETS.link}`, referer: `http://127.0.0.1:3000/link/${SECRETS.link}` };
  for (const { method, url, takesFiles } of pages.server.mountedRoutes) {
    const address = `${url.replaceAll(/:\w+|\*/g, SECRETS.link)}?${query}`;
    if (method === 'GET') await ann.get(address, headers);
    if (method === 'POST' && takesFiles)
      await ann.postFiles(address, [{ name: `${SECRETS.email}.csv`, bytes: SECRETS.password }], SECRETS);
    else if (method === 'POST') {
      await ann.post(address, SECRETS, headers);
      await ann.postWithout(address, SECRETS, headers);
    }
  }
  const planted = [...Object.values(SECRETS), token, ...ann.cookies.values()];
  expect(planted.length).toBeGreaterThanOrEqual(7);
  expect(planted.filter((secret) => SEEN().includes(secret))).toEqual([]);
});

it('tells who asked for what as an identity and a pattern, one line for each request, with an id of our own', async () => {
  lines.length = 0;
  const answer = await pages.as(ANN).get(`/link/${SECRETS.link}`, { 'x-request-id': 'forged' });
  const entries = lines.map((line) => JSON.parse(line));
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({
    reqId: answer.headers['x-request-id'],
    method: 'GET',
    route: '/link/:token',
    status: 200,
    person: 'person:3f9c',
    milliseconds: expect.any(Number),
  });
});

it('would find a secret that was logged', async () => {
  lines.length = 0;
  await pages.as(ANN).post('/broken', { ...SECRETS, [FORM_TOKEN]: await pages.formToken() });
  pages.server.log.info({ typed: SECRETS.email }, 'planted');
  expect(SEEN()).toContain(SECRETS.email);
});
