import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mountEveryRoute, whoMayOpenAll } from '../builders/every-route.ts';
import { type Asker, type PageServer, pageServer } from '../builders/page-server.ts';

const READING = ['GET', 'HEAD', 'OPTIONS'];
const HOST = '127.0.0.1:3000';
const OWN = { host: HOST, origin: `http://${HOST}` };

const ANN = whoMayOpenAll('person:00000000000000aa');

const titleOf = (page: string) => /<title>([^<]*)/.exec(page)?.[1] ?? 'no page';

let pages: PageServer;
beforeAll(async () => {
  pages = await pageServer(mountEveryRoute);
});
afterAll(() => pages.close());

/** Every route that may change something, from the table of routes itself: a new one cannot be forgotten. */
const writing = () =>
  pages.server.mountedRoutes
    .filter(({ method, url }) => !READING.includes(method) && url !== '/unreadable-address')
    .map((route) => ({ ...route, address: route.url.replaceAll(/:\w+/g, '1') }));
const cookieOf = ({ cookies }: Asker) => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
/** What every route answers the browser in which Ann is signed in, whoever made it send this. */
const statuses = async (headers: Record<string, string>, payload: string, ann: Asker = pages.as(ANN)) =>
  Promise.all(
    writing().map(async ({ method, address }) => {
      const sent = { cookie: cookieOf(ann), ...headers };
      const answer = await pages.server.inject({ method: method as 'POST', url: address, headers: sent, payload });
      return `${method} ${address} ${answer.statusCode}`;
    }),
  );
const all = (status: number) => writing().map(({ method, address }) => `${method} ${address} ${status}`);

it('finds the routes to forge', () => {
  expect(writing().length).toBeGreaterThanOrEqual(30);
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
    const ann = pages.as(ANN);
    const token = await ann.formToken();
    const headers = { ...OWN, 'content-type': 'application/x-www-form-urlencoded' };
    for (const forged of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ])
      expect(await statuses({ ...headers, ...forged }, `form-token=${token}`, ann)).toEqual(all(403));
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
    const first = writing()[0]?.address ?? '';
    const refused = titleOf((await pages.as(ANN).postWithout(first)).body);
    for (const { address, takesFiles } of writing()) {
      // A browser for each, since signing out is among them.
      const ann = pages.as(ANN);
      const answer = await (takesFiles ? ann.postFiles(address, []) : ann.post(address));
      expect(`${address} ${answer.statusCode} ${titleOf(answer.body)}`).not.toContain(refused);
      // A booking, a claim or a charter that is not there is nowhere, and a place that nobody reaches is kept from everybody.
      if (!/[/]cancel[/]|[/]claims[/]|[/]evaluation[/]/.test(address))
        expect(`${address} ${answer.statusCode}`).not.toContain('403');
    }
  });
});
