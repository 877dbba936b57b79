import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskRoutes } from '../../src/desk/routes.tsx';
import { geographyRoutes } from '../../src/geography/routes.ts';
import { ensureReferenceAreas } from '../../src/geography/service.ts';
import { measuresRoutes } from '../../src/measures/routes.tsx';
import { organisationRoutes } from '../../src/organisation/routes.tsx';
import { ensureReferenceUnit } from '../../src/organisation/service.ts';
import { sourcesRoutes } from '../../src/sources/routes.tsx';
import { type PageServer, pageServer } from '../builders/page-server.ts';

const READING = ['GET', 'HEAD', 'OPTIONS'];
const HOST = '127.0.0.1:3000';
const OWN = { host: HOST, origin: `http://${HOST}` };

let pages: PageServer;
beforeAll(async () => {
  pages = await pageServer(async (server, deps) => {
    await ensureReferenceAreas(deps.system);
    await ensureReferenceUnit(deps.system);
    deskRoutes(server);
    organisationRoutes(server, { floorPerWard: () => 2 });
    measuresRoutes(server);
    sourcesRoutes(server, deps);
    geographyRoutes(server);
  });
});
afterAll(() => pages.close());

/** Every route that may change something, from the table of routes itself: a new one cannot be forgotten. */
const writing = () =>
  pages.server.mountedRoutes
    .filter(({ method, url }) => !READING.includes(method) && url !== '/unreadable-address')
    .map((route) => ({ ...route, address: route.url.replaceAll(/:\w+/g, '1') }));
const statuses = async (headers: Record<string, string>, payload: string) =>
  Promise.all(
    writing().map(async ({ method, address }) => {
      const answer = await pages.server.inject({ method: method as 'POST', url: address, headers, payload });
      return `${method} ${address} ${answer.statusCode}`;
    }),
  );
const all = (status: number) => writing().map(({ method, address }) => `${method} ${address} ${status}`);

it('finds the routes to forge', () => {
  expect(writing().length).toBeGreaterThanOrEqual(8);
});

describe('a form sent to any route, by who may do all', () => {
  it('without a token is refused', async () => {
    const headers = { ...OWN, 'content-type': 'application/x-www-form-urlencoded' };
    expect(await statuses(headers, 'a=b&form-token=guessed')).toEqual(all(403));
  });

  it('without a body is refused', async () => {
    expect(await statuses(OWN, '')).toEqual(all(403));
  });

  it('from another site is refused, with a token too', async () => {
    const token = await pages.formToken();
    const cookie = [...pages.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...OWN, cookie, 'content-type': 'application/x-www-form-urlencoded' };
    for (const forged of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ])
      expect(await statuses({ ...headers, ...forged }, `form-token=${token}`)).toEqual(all(403));
  });

  it('in parts, without a token first, is refused', async () => {
    const headers = { ...OWN, 'content-type': 'multipart/form-data; boundary=line' };
    const part = '--line\r\nContent-Disposition: form-data; name="files"; filename="a.csv"\r\n\r\nabc\r\n--line--\r\n';
    const expected = writing().map(
      ({ method, address, takesFiles }) => `${method} ${address} ${takesFiles ? 403 : 400}`,
    );
    expect(await statuses(headers, part)).toEqual(expected);
  });

  it('is not refused for the token where it has it: that is what the others fail by', async () => {
    for (const { address, takesFiles } of writing()) {
      const answer = await (takesFiles ? pages.postFiles(address, []) : pages.post(address));
      expect(`${address} ${answer.statusCode}`).not.toContain('403');
    }
  });
});
