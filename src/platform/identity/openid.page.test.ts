import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type AccountServer, accountServer } from '../../../test/builders/account-pages.ts';
import { type RunningProvider, startOpenIdProvider } from '../../../test/builders/openid-provider.ts';
import type { Asker } from '../../../test/builders/page-server.ts';
import { type OpenIdProvider, secret } from './openid/index.ts';

const HERE = 'http://127.0.0.1:3000';
let running: RunningProvider;
let place: AccountServer;

beforeAll(async () => {
  running = await startOpenIdProvider({
    redirectUris: [`${HERE}/sign-in/openid/camden/callback`],
    signOutUris: [`${HERE}/signed-out`],
    people: [
      { subject: 'bo', email: 'bo@camden.gov.uk', emailVerified: true, name: 'Bo', secondFactor: true },
      { subject: 'cy', email: 'cy@camden.gov.uk', emailVerified: true, name: 'Cy' },
      { subject: 'eve', email: 'bo@elsewhere.example', emailVerified: true, name: 'Eve', secondFactor: true },
    ],
  });
});
afterAll(() => running.close());

const camden = (changed: Partial<OpenIdProvider> = {}): OpenIdProvider => ({
  name: 'camden',
  title: 'Camden Council',
  issuer: running.issuer,
  clientId: running.clientId,
  clientSecret: secret(running.clientSecret),
  clientAuthentication: null,
  emailIsTrusted: true,
  emailDomains: ['camden.gov.uk'],
  secondFactor: ['mfa'],
  organisation: 'Camden Council',
  ...changed,
});

beforeEach(async () => {
  // A port where nobody listens stands for a provider that is down.
  place = await accountServer([
    camden(),
    camden({ name: 'down', title: 'Islington Council', issuer: 'http://127.0.0.1:9' }),
  ]);
  const ada = await place.first();
  for (const name of ['bo', 'cy'])
    await ada.browser.post('/people/add', { name, email: `${name}@camden.gov.uk`, organisation: 'Camden Council' });
});
afterEach(async () => {
  expect(place.faults).toEqual([]);
  await place.close();
});

/** Goes to the provider and comes back. @returns path and query of the address they come back to */
async function away(browser: Asker, subject: string, next = '/account'): Promise<string> {
  const sent = await browser.get(`/sign-in/openid/camden?next=${encodeURIComponent(next)}`);
  expect(sent.statusCode).toBe(303);
  const back = await running.signInAs(sent.headers.location ?? '', subject);
  return back.slice(HERE.length);
}

it('the sign-in page links to each provider', async () => {
  const { body } = await place.browser().get('/sign-in?next=%2Faccount');
  expect(body).toContain('href="/sign-in/openid/camden?next=%2Faccount"');
  expect(body).toContain('Sign in with Islington Council');
});

it('an invited person signs in by the address of their organisation, and goes on to their page', async () => {
  const browser = place.browser();
  const back = await browser.get(await away(browser, 'bo'));
  expect([back.statusCode, back.headers.location]).toEqual([303, '/account']);
  expect((await browser.get('/account')).body).toContain('the organisation’s account');
});

it('without a second factor there, Wardroom asks for its own', async () => {
  const browser = place.browser();
  expect((await browser.get(await away(browser, 'cy'))).headers.location).toBe('/sign-in/set-up?next=%2Faccount');
});

it('nobody is signed in who was not invited, whoever vouches for them', async () => {
  const browser = place.browser();
  const back = await browser.get(await away(browser, 'eve'));
  expect(back.statusCode).toBe(400);
  expect(back.body).toContain('ask an administrator of your command unit whether you have an account');
});

it('what was begun is kept for the way back only, and forgotten at the first answer', async () => {
  const browser = place.browser();
  const sent = await browser.get('/sign-in/openid/camden');
  const [cookie] = sent.cookies.filter(({ name }) => name === 'wardroom-openid');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 600 });
  const back = (await running.signInAs(sent.headers.location ?? '', 'bo')).slice(HERE.length);
  const forged = await browser.get(`${back.replace(/state=[^&]+/, 'state=another')}`);
  expect(forged.statusCode).toBe(400);
  expect((await browser.get(back)).body).toContain('does not belong to a sign-in that you began in this browser');
  const stranger = await place.browser().get(await away(place.browser(), 'bo'));
  expect(stranger.statusCode).toBe(400);
});

it('a sign-in that is stopped there is told, and the page still offers the ways in', async () => {
  const browser = place.browser();
  const sent = await browser.get('/sign-in/openid/camden');
  const back = (await running.cancel(sent.headers.location ?? '')).slice(HERE.length);
  const { statusCode, body } = await browser.get(back);
  expect(statusCode).toBe(400);
  expect(body).toContain('the sign-in at Camden Council was stopped');
  expect(body).toContain('id="password"');
});

it('a provider that is down is told in one sentence, and the others still work', async () => {
  const { statusCode, body } = await place.browser().get('/sign-in/openid/down');
  expect(statusCode).toBe(503);
  expect(body).toContain('sign-in service cannot be reached');
  expect(body).toContain('Sign in with Camden Council');
});

it('a provider of no such name is not found', async () => {
  expect((await place.browser().get('/sign-in/openid/nowhere')).statusCode).toBe(404);
});

it('signed out here, a person is offered to be signed out there too', async () => {
  expect((await place.browser().get('/signed-out')).body).toContain('/sign-in/openid/camden/sign-out');
  const sent = await place.browser().get('/sign-in/openid/camden/sign-out');
  expect(sent.headers.location).toContain(running.issuer);
  expect(sent.headers.location).toContain(encodeURIComponent(`${HERE}/signed-out`));
});
