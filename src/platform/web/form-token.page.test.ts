import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import { FORM_TOKEN } from '../../ui/page-visit.ts';
import type { Principal } from '../access/index.ts';
import { formToken } from './form-token.ts';
import { PUBLISHED, receiveFiles, startSessionCookie } from './index.ts';

const person = (name: string): Principal => ({
  kind: 'person',
  person: `person:${name}`,
  grants: [],
  demonstration: false,
  steppedUp: false,
});
const LOST = 'This form has lost touch with the page it came from, so nothing was changed';

let pages: PageServer;
let written: number;
beforeEach(async () => {
  written = 0;
  pages = await pageServer((server, { platform }) => {
    const config = { access: PUBLISHED };
    const write = async () => {
      written += 1;
      return 'written';
    };
    server.post('/write', { config }, write);
    server.put('/write', { config }, write);
    server.post('/files', { config: { ...config, takesFiles: true } }, async (request) => {
      const { files } = await receiveFiles(request, platform.dataFolder, 1_000);
      return `${(await write()) && files.length}`;
    });
    server.get('/two-forms', { config }, async (_request, reply) => [formToken(reply), formToken(reply)]);
    server.post('/sign-in', { config }, async (_request, reply) => startSessionCookie(reply, 'new-token').send('in'));
  });
});
afterEach(() => pages.close());

it('takes a form with the token of its own browser and session', async () => {
  expect((await pages.post('/write')).body).toBe('written');
  expect((await pages.as(person('ann')).post('/write')).body).toBe('written');
});

it('takes every form of a page, though the browser comes for the first time', async () => {
  for (const form of [0, 1]) {
    const browser = pages.as({ kind: 'visitor' });
    const tokens: string[] = (await browser.get('/two-forms')).json();
    expect((await browser.postWithout('/write', { [FORM_TOKEN]: tokens[form] ?? '' })).statusCode).toBe(200);
  }
});

it('takes none without, and says what to do', async () => {
  for (const fields of [
    {},
    { [FORM_TOKEN]: '' },
    { [FORM_TOKEN]: 'guessed' },
    { [FORM_TOKEN]: `${'x'.repeat(8)}-y` },
  ]) {
    const answer = await pages.postWithout('/write', fields as Record<string, string>);
    expect([answer.statusCode, written]).toEqual([403, 0]);
    expect(answer.body).toContain(LOST);
  }
});

it('takes none from another browser, signed in or not', async () => {
  const token = await pages.as(person('eve')).formToken();
  const victim = pages.as(person('ann'));
  await victim.formToken();
  expect((await victim.postWithout('/write', { [FORM_TOKEN]: token })).statusCode).toBe(403);
  const stranger = pages.as({ kind: 'visitor' });
  await stranger.formToken();
  expect((await stranger.postWithout('/write', { [FORM_TOKEN]: token })).statusCode).toBe(403);
  expect(written).toBe(0);
});

it('takes no token of a session before, though the browser is the same', async () => {
  const browser = pages.as({ kind: 'visitor' });
  const token = await browser.formToken();
  const ann = pages.as(person('ann'));
  for (const [name, value] of ann.cookies) browser.cookies.set(name, value);
  expect((await browser.postWithout('/write', { [FORM_TOKEN]: token })).statusCode).toBe(403);
  expect((await browser.post('/write')).statusCode).toBe(200);
});

it('takes no sign-in that another site began in somebody’s browser', async () => {
  const attacker = pages.as({ kind: 'visitor' });
  const token = await attacker.formToken();
  const victim = pages.as({ kind: 'visitor' });
  const forged = await victim.postWithout('/sign-in', { [FORM_TOKEN]: token });
  expect([forged.statusCode, forged.cookies]).toEqual([403, []]);
});

it('ends the forms of before with sign-in, and hides both cookies from scripts', async () => {
  const browser = pages.as({ kind: 'visitor' });
  const before = await browser.formToken();
  const secret = browser.cookies.get('wardroom-form');
  const answer = await browser.postWithout('/sign-in', { [FORM_TOKEN]: before });
  expect(answer.cookies).toContainEqual(
    expect.objectContaining({ name: 'wardroom', value: 'new-token', path: '/', httpOnly: true, sameSite: 'Lax' }),
  );
  await browser.formToken();
  expect(browser.cookies.get('wardroom-form')).not.toBe(secret);
});

it.each(['application/json', 'text/plain', 'multipart/form-data; boundary=----line'])(
  'takes no form without a token that says it is %s',
  async (type) => {
    const answer = await pages.postWithout('/write', { a: 'b' }, { 'content-type': type });
    expect([Math.floor(answer.statusCode / 100), written]).toEqual([4, 0]);
  },
);

it('asks for the token of other ways of writing too', async () => {
  const headers = { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' };
  expect((await pages.server.inject({ method: 'PUT', url: '/write', headers })).statusCode).toBe(403);
  expect(written).toBe(0);
});

it('keeps no file before the token was seen', async () => {
  const files = [{ name: 'a.csv', bytes: 'abc' }];
  const before = await readdir(pages.platform.dataFolder);
  const token = await pages.formToken();
  for (const fields of [{}, { other: 'x', [FORM_TOKEN]: token }, { [FORM_TOKEN]: 'guessed' }])
    expect((await pages.postFilesWithout('/files', files, fields as Record<string, string>)).statusCode).toBe(403);
  expect([await readdir(pages.platform.dataFolder), written]).toEqual([before, 0]);
  expect((await pages.postFiles('/files', files)).body).toBe('1');
});
