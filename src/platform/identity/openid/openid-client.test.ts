import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningProvider, startOpenIdProvider } from '../../../../test/builders/openid-provider.ts';
import {
  beginSignIn,
  finishSignIn,
  makeDiscovery,
  type OpenIdProvider,
  PENDING_MINUTES,
  type PendingSignIn,
  ProviderUnavailable,
  readPending,
  secret,
  signOutUrl,
} from './index.ts';

const redirectUri = 'http://127.0.0.1:3000/sign-in/camden/callback';
const signedOut = 'http://127.0.0.1:3000/signed-out';
const now = new Date('2026-03-10T12:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

let running: RunningProvider;
let camden: OpenIdProvider;
let discovery = makeDiscovery();

beforeAll(async () => {
  running = await startOpenIdProvider({
    redirectUris: [redirectUri],
    signOutUris: [signedOut],
    people: [
      { subject: 'pat', email: 'pat@camden.gov.uk', emailVerified: true, name: 'Pat Example' },
      { subject: 'sam', email: 'sam@met.police.uk', emailVerified: false, name: 'Sam Example', secondFactor: true },
    ],
  });
  camden = {
    name: 'camden',
    title: 'Camden Council',
    issuer: running.issuer,
    clientId: running.clientId,
    clientSecret: secret(running.clientSecret),
    clientAuthentication: null,
    emailIsTrusted: true,
    emailDomains: ['camden.gov.uk'],
    secondFactor: ['mfa'],
    organisation: 'camden',
  };
});
afterAll(() => running.close());

const begin = () => beginSignIn(camden, { discovery, now, redirectUri });
const finish = (callback: string, pending: PendingSignIn, at = later(1)) =>
  finishSignIn(camden, new URL(callback), pending, { discovery, now: at });

describe('at a real provider', () => {
  test('a person signs in, and the provider says who they are', async () => {
    const { url, pending } = await begin();
    const who = await finish(await running.signInAs(url, 'pat'), pending);
    expect(who).toEqual({
      kind: 'signed-in',
      provider: 'camden',
      organisation: 'camden',
      issuer: running.issuer,
      subject: 'pat',
      email: 'pat@camden.gov.uk',
      emailVerified: true,
      emailIdentifies: true,
      name: 'Pat Example',
      authTime: expect.any(Date),
      acr: null,
      amr: ['pwd'],
      secondFactor: false,
    });
  });

  test('a second factor there is passed on; an unchecked address of another domain finds nobody', async () => {
    const { url, pending } = await begin();
    const who = await finish(await running.signInAs(url, 'sam'), pending);
    expect(who).toMatchObject({
      amr: ['pwd', 'mfa'],
      secondFactor: true,
      email: 'sam@met.police.uk',
      emailVerified: false,
      emailIdentifies: false,
    });
  });

  test('state, nonce and the challenge go out, what they prove stays here, and each sign-in has its own', async () => {
    const [one, two] = [await begin(), await begin()];
    const sent = new URL(one.url).searchParams;
    expect(Object.fromEntries(sent)).toMatchObject({
      response_type: 'code',
      scope: 'openid email profile',
      state: one.pending.state,
      nonce: one.pending.nonce,
      code_challenge_method: 'S256',
    });
    expect(one.url).not.toContain(one.pending.codeVerifier);
    expect(one.url).not.toContain(running.clientSecret);
    for (const part of ['state', 'nonce', 'codeVerifier'] as const)
      expect(one.pending[part]).not.toBe(two.pending[part]);
  });

  test('what is kept meanwhile survives a cookie', async () => {
    const { url, pending } = await begin();
    const kept = readPending(JSON.parse(JSON.stringify(pending)));
    if (kept === null) throw new Error('not read back');
    expect(await finish(await running.signInAs(url, 'pat'), kept)).toMatchObject({ kind: 'signed-in' });
  });

  test('a proxy may have changed host and path of the address they come back to', async () => {
    const { url, pending } = await begin();
    const callback = new URL(await running.signInAs(url, 'pat'));
    expect(await finish(`https://inside:8443/elsewhere${callback.search}`, pending)).toMatchObject({ subject: 'pat' });
  });

  test('who cancels is not signed in', async () => {
    const { url, pending } = await begin();
    const refused = await finish(await running.cancel(url), pending);
    expect(refused).toMatchObject({
      kind: 'refused',
      because: 'cancelled',
      sentence: 'You were not signed in, because the sign-in at Camden Council was stopped: start again when you wish.',
      log: { error: 'access_denied', description: 'Stopped at the login page' },
    });
  });

  test('a code is taken once', async () => {
    const { url, pending } = await begin();
    const callback = await running.signInAs(url, 'pat');
    expect(await finish(callback, pending)).toMatchObject({ kind: 'signed-in' });
    expect(await finish(callback, pending)).toMatchObject({ because: 'used-code', log: { error: 'invalid_grant' } });
  });

  test('a code from another browser is useless without what that browser kept', async () => {
    const [mine, theirs] = [await begin(), await begin()];
    const callback = await running.signInAs(theirs.url, 'pat');
    expect(await finish(callback, mine.pending)).toMatchObject({ because: 'wrong-state' });
    // Even with its state the code needs its verifier, and the token its nonce.
    const { codeVerifier } = mine.pending;
    expect(await finish(callback, { ...theirs.pending, codeVerifier })).toMatchObject({ because: 'used-code' });
    const again = await begin();
    const token = await running.signInAs(again.url, 'pat');
    expect(await finish(token, { ...again.pending, nonce: mine.pending.nonce })).toMatchObject({
      because: 'wrong-nonce',
    });
  });

  test('ten minutes are allowed, and no more', async () => {
    const [inTime, tooLate] = [await begin(), await begin()];
    const callbacks = await Promise.all([inTime, tooLate].map(({ url }) => running.signInAs(url, 'pat')));
    expect(await finish(callbacks[0] ?? '', inTime.pending, later(PENDING_MINUTES))).toMatchObject({
      kind: 'signed-in',
    });
    expect(await finish(callbacks[1] ?? '', tooLate.pending, later(PENDING_MINUTES + 0.02))).toMatchObject({
      because: 'expired',
      sentence: 'Signing in took too long: start again, and finish within 10 minutes.',
    });
  });

  test('what began at another provider does not end here', async () => {
    const { url, pending } = await begin();
    const callback = await running.signInAs(url, 'pat');
    expect(await finish(callback, { ...pending, provider: 'islington' })).toMatchObject({ because: 'other-provider' });
  });

  test('a wrong secret is the administrator’s to mend, and is not shown', async () => {
    const other = { ...camden, clientSecret: secret('not-the-secret') };
    for (const clientAuthentication of ['client_secret_post', 'client_secret_basic'] as const) {
      const provider: OpenIdProvider = { ...other, clientAuthentication };
      const { url, pending } = await beginSignIn(provider, { discovery, now, redirectUri });
      const callback = new URL(await running.signInAs(url, 'pat'));
      const refused = await finishSignIn(provider, callback, pending, { discovery, now });
      expect(refused).toMatchObject({
        because: 'unknown-client',
        sentence: 'Camden Council does not take sign-ins from Wardroom: tell your administrator.',
      });
      expect(JSON.stringify(refused)).not.toMatch(/not-the-secret/);
    }
  });

  test('a person may be signed out there too', async () => {
    const url = new URL((await signOutUrl(camden, { discovery, now, redirectUri: signedOut })) ?? '');
    expect(url.origin).toBe(running.issuer);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: running.clientId,
      post_logout_redirect_uri: signedOut,
    });
    const asked = await fetch(url);
    expect([asked.status, await asked.text()]).toEqual([200, expect.stringContaining('/session/end/confirm')]);
    const elsewhere = await signOutUrl(camden, { discovery, now, redirectUri: 'http://127.0.0.1:3000/elsewhere' });
    expect((await fetch(elsewhere ?? '')).status).toBe(400);
  });

  test('an address that is not registered is not sent anybody', async () => {
    const { url } = await beginSignIn(camden, { discovery, now, redirectUri: 'http://127.0.0.1:3000/other' });
    await expect(running.signInAs(url, 'pat')).rejects.toThrow(/400.*redirect_uri/s);
  });
});

test('a provider that has gone is one sentence, and is used again when it is back', async () => {
  const gone = await startOpenIdProvider({ redirectUris: [redirectUri], people: [] });
  await gone.close();
  discovery = makeDiscovery();
  const provider = { ...camden, issuer: gone.issuer };
  const failure = await beginSignIn(provider, { discovery, now, redirectUri }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ProviderUnavailable);
  expect(failure).toMatchObject({
    message: "Camden Council's sign-in service cannot be reached or used at the moment: try again in a few minutes.",
    log: { provider: 'camden', step: 'discovery', code: 'ECONNREFUSED' },
  });
  expect((await begin()).url).toContain(running.issuer);
});
