import { afterAll, beforeAll, expect, it } from 'vitest';
import { firstAdministratorLink } from '../../src/platform/identity/service.ts';
import { PUBLISHED } from '../../src/platform/web/index.ts';
import { FORM_TOKEN } from '../../src/ui/page-visit.ts';
import { accountServer, linkOn } from '../builders/account-pages.ts';
import { mountEveryRoute, whoMayOpenAll } from '../builders/every-route.ts';
import { type Asker, type PageServer, pageServer } from '../builders/page-server.ts';
import { codeAt, PASSWORD } from '../builders/people.ts';

/** What people send when they sign in, none of which belongs in a log. */
const SECRETS = {
  email: 'ann.planted@met.example.org',
  password: 'correct-horse-planted-battery',
  code: '314159-planted',
  link: 'UExBTlRFRC1vbmUtdGltZS1saW5rLXRva2VuLXg',
};
const ANN = whoMayOpenAll('person:3f9c');

let pages: PageServer;
const lines: string[] = [];
beforeAll(async () => {
  pages = await pageServer(
    async (server, deps) => {
      await mountEveryRoute(server, deps);
      server.get('/planted/:token', { config: { access: { kind: 'way-in' } } }, async () => 'opened');
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
  const query = new URLSearchParams(SECRETS).toString();
  const headers = { authorization: `Bearer ${SECRETS.link}`, referer: `http://127.0.0.1:3000/link/${SECRETS.link}` };
  const kept = new Set<string>(Object.values(SECRETS));
  for (const { method, url, takesFiles } of pages.server.mountedRoutes) {
    // A browser for each, since signing out is among them.
    const ann = pages.as(ANN);
    for (const cookie of [await ann.formToken(), ...ann.cookies.values()]) kept.add(cookie);
    const address = `${url.replaceAll(/:\w+|\*/g, SECRETS.link)}?${query}`;
    if (method === 'GET') await ann.get(address, headers);
    if (method === 'POST' && takesFiles)
      await ann.postFiles(address, [{ name: `${SECRETS.email}.csv`, bytes: SECRETS.password }], SECRETS);
    else if (method === 'POST') {
      await ann.post(address, SECRETS, headers);
      await ann.postWithout(address, SECRETS, headers);
    }
    for (const cookie of ann.cookies.values()) kept.add(cookie);
  }
  expect(kept.size).toBeGreaterThan(200);
  expect(lines.length).toBeGreaterThan(100);
  expect([...kept].filter((secret) => SEEN().includes(secret))).toEqual([]);
});

it('keeps them out when they are real: link, password, authenticator, recovery codes, session', async () => {
  const written: string[] = [];
  const account = await accountServer([], { log: { level: 'debug', stream: { write: (line) => written.push(line) } } });
  try {
    const { path } = (await firstAdministratorLink(account.system, 'Central North')) ?? { path: '' };
    const secrets = new Set([path.split('/').at(-1) ?? '', PASSWORD, SECRETS.email]);
    const add = ({ cookies }: Asker, ...more: readonly string[]) => {
      for (const secret of [...cookies.values(), ...more]) secrets.add(secret);
    };
    const { browser, secret, recoveryCodes } = await account.follow(path, { name: 'Ann', email: SECRETS.email });
    add(browser, secret, ...recoveryCodes);
    account.later(60);
    const code = codeAt(secret, account.now());
    await account.browser().post(path, { name: 'Ann', email: SECRETS.email, password: PASSWORD });
    await browser.post('/account/confirm', { code });
    const invited = await browser.post('/people/add', { name: 'Ben', email: 'ben.planted@example.org' });
    add(browser, 'ben.planted@example.org', linkOn(invited.body).split('/').at(-1) ?? '');
    await browser.post('/sign-out');
    for (const second of [{ code: '000000' }, { code }, { code: recoveryCodes[0] ?? '' }]) {
      const again = account.browser();
      await again.post('/sign-in', { email: SECRETS.email, password: `${PASSWORD}!` });
      await again.post('/sign-in', { email: SECRETS.email, password: PASSWORD });
      add(again);
      await again.post('/sign-in/second-factor', second);
      await again.post('/account/recovery-codes');
      add(again);
    }
    expect(secrets.size).toBeGreaterThan(20);
    expect([...secrets].filter((each) => each.length < 6)).toEqual([]);
    expect(written.length).toBeGreaterThan(20);
    expect([...secrets].filter((each) => written.join('').includes(each))).toEqual([]);
  } finally {
    await account.close();
  }
});

it('tells who asked for what as an identity and a pattern, one line for each request, with an id of our own', async () => {
  lines.length = 0;
  const answer = await pages.as(ANN).get(`/planted/${SECRETS.link}`, { 'x-request-id': 'forged' });
  const entries = lines.map((line) => JSON.parse(line));
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({
    reqId: answer.headers['x-request-id'],
    method: 'GET',
    route: '/planted/:token',
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
