import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type Faults,
  type FaultyProvider,
  startFaultyProvider,
} from '../../../../test/builders/faulty-openid-provider.ts';
import { type Answer, breakOff } from '../../../../test/builders/publisher.ts';
import {
  beginSignIn,
  type Discovery,
  finishSignIn,
  makeDiscovery,
  type OpenIdProvider,
  ProviderUnavailable,
  secret,
  signOutUrl,
} from './index.ts';

const redirectUri = 'http://127.0.0.1:3000/sign-in/camden/callback';
const now = new Date('2026-03-10T12:00:00Z');
const seconds = () => Math.floor(Date.now() / 1000);
const UNAVAILABLE =
  "Camden Council's sign-in service cannot be reached or used at the moment: try again in a few minutes.";
const NOT_BELIEVED =
  'The answer from Camden Council could not be confirmed, so nobody was signed in: start again, and tell your administrator if that does not help.';

let faulty: FaultyProvider;
let camden: OpenIdProvider;
let discovery: Discovery;

beforeAll(async () => {
  faulty = await startFaultyProvider();
  camden = {
    name: 'camden',
    title: 'Camden Council',
    issuer: faulty.issuer,
    clientId: faulty.clientId,
    clientSecret: secret(faulty.clientSecret),
    clientAuthentication: null,
    emailIsTrusted: true,
    emailDomains: ['camden.gov.uk'],
    secondFactor: [],
    organisation: null,
  };
});
afterAll(() => faulty.close());
beforeEach(() => {
  faulty.become({});
  discovery = makeDiscovery({ timeoutSeconds: 0.3 });
});

/** Signs in at a provider that errs in one way; the answer's own fields may be changed too. */
async function signIn(faults: Faults = {}, over: Record<string, string | null> = {}) {
  faulty.become(faults);
  const { url, pending } = await beginSignIn(camden, { discovery, now, redirectUri });
  return finishSignIn(camden, faulty.comeBack(url, over), pending, { discovery, now });
}

const unavailable = (promise: Promise<unknown>) => promise.catch((error: unknown) => error);
const silence: Answer = () => {};
const status =
  (code: number, body = 'no', headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    void response.writeHead(code, headers).end(body);
const json = { 'content-type': 'application/json' };

test('the hand-made provider signs in when it does not err, so each refusal below is for its one fault', async () => {
  expect(await signIn({ userinfo: { email: 'pat@camden.gov.uk', name: 'Pat' } })).toMatchObject({
    kind: 'signed-in',
    subject: 'pat',
    email: 'pat@camden.gov.uk',
    name: 'Pat',
    authTime: null,
  });
});

describe('a token is refused', () => {
  const refusals: [string, Faults, string][] = [
    ['signed with a key that is not published', { signed: 'other-key' }, 'wrong-signature'],
    ['altered after it was signed', { signed: 'altered-after' }, 'wrong-signature'],
    ['not signed', { signed: 'not-at-all' }, 'wrong-signature'],
    [
      'not signed by a provider that says so openly',
      { signed: 'not-at-all', description: { id_token_signing_alg_values_supported: ['none', 'RS256'] } },
      'wrong-signature',
    ],
    [
      'signed with the secret that we share',
      { signed: 'with-the-secret', description: { id_token_signing_alg_values_supported: ['HS256', 'RS256'] } },
      'wrong-signature',
    ],
    ['from another issuer', { claims: { iss: 'https://login.example' } }, 'wrong-issuer'],
    ['for another client', { claims: { aud: 'another' } }, 'wrong-audience'],
    ['for us among others', { claims: { aud: ['wardroom', 'another'] } }, 'wrong-audience'],
    ['with another nonce', { claims: { nonce: 'another' } }, 'wrong-nonce'],
    ['without a nonce', { claims: { nonce: undefined } }, 'unreadable-answer'],
    ['that ended 70 seconds ago', { claims: { exp: seconds() - 70 } }, 'wrong-time'],
    ['that begins in two minutes', { claims: { nbf: seconds() + 120 } }, 'wrong-time'],
    ['without an end', { claims: { exp: undefined } }, 'unreadable-answer'],
    ['without a subject', { claims: { sub: undefined } }, 'unreadable-answer'],
    [
      'whose subject is 300 characters long',
      { claims: { sub: 'p'.repeat(300) }, userinfo: { sub: 'p'.repeat(300) } },
      'unreadable-answer',
    ],
    ['that is no token', { tokens: { id_token: 'a.b.c' } }, 'unreadable-answer'],
    ['that is missing', { tokens: { id_token: undefined } }, 'unreadable-answer'],
    [
      'with the address of somebody else',
      { userinfo: { sub: 'chief', email: 'chief@camden.gov.uk' } },
      'wrong-subject',
    ],
  ];
  test.each(refusals)('%s', async (_which, faults, because) => {
    const refused = await signIn(faults);
    expect(refused).toMatchObject({ kind: 'refused', because, sentence: NOT_BELIEVED, log: { because } });
    expect(Object.values('log' in refused ? refused.log : {}).every((text) => typeof text === 'string')).toBe(true);
    expect(JSON.stringify(refused)).not.toMatch(/eyJ|chief|secret-/);
  });

  test('clocks a minute apart are no reason', async () => {
    expect(await signIn({ claims: { exp: seconds() - 50, nbf: seconds() + 50 } })).toMatchObject({ subject: 'pat' });
  });
});

describe('an answer is refused', () => {
  const refusals: [string, Record<string, string | null>, string][] = [
    ['with another state', { state: 'another' }, 'wrong-state'],
    ['without a state', { state: null }, 'wrong-state'],
    ['from another issuer', { iss: 'https://login.example' }, 'wrong-issuer'],
    ['from no issuer, where it is promised', { iss: null }, 'wrong-issuer'],
    ['without a code', { code: null }, 'unreadable-answer'],
    ['with an empty code', { code: '' }, 'unreadable-answer'],
    ['that says no', { code: null, error: 'access_denied' }, 'cancelled'],
    ['that says no although it has a code', { error: 'access_denied' }, 'cancelled'],
    ['that errs', { code: null, error: 'server_error' }, 'provider-refused'],
    ['that errs for a stranger', { error: 'access_denied', state: 'another' }, 'wrong-state'],
    ['with a token where a code belongs', { id_token: 'a.b.c' }, 'unreadable-answer'],
  ];
  test.each(refusals)('%s', async (_which, over, because) => {
    const refused = await signIn({}, over);
    expect(refused).toMatchObject({ kind: 'refused', because });
    expect(JSON.stringify(refused)).not.toContain('a.b.c');
  });

  test('before its code is shown to anybody', async () => {
    const before = faulty.asked('/token').length;
    await signIn({}, { state: 'another' });
    await signIn({}, { iss: 'https://login.example' });
    expect(faulty.asked('/token')).toHaveLength(before);
    await signIn();
    expect(faulty.asked('/token')).toHaveLength(before + 1);
  });

  test('that gives a thing twice', async () => {
    const { url, pending } = await beginSignIn(camden, { discovery, now, redirectUri });
    const back = faulty.comeBack(url);
    back.searchParams.append('code', 'another');
    expect(await finishSignIn(camden, back, pending, { discovery, now })).toMatchObject({
      because: 'unreadable-answer',
      log: { twice: 'code' },
    });
  });

  test('and what it says reaches the log as one short line', async () => {
    const refused = await signIn({}, { code: null, error: 'x\r\nlevel=30', error_description: `${'a'.repeat(5000)}` });
    expect(refused).toMatchObject({ log: { error: 'x level=30', description: 'a'.repeat(200) } });
  });
});

// Were there no limit of ours, the library would wait 30 seconds.
describe('a provider is unavailable', { timeout: 10_000 }, () => {
  const troubles: [string, string, Faults][] = [
    ['that never answers', 'discovery', { answers: { '/.well-known/openid-configuration': silence } }],
    [
      'that begins to answer and stops',
      'discovery',
      {
        answers: {
          '/.well-known/openid-configuration': (_request, response) => void response.writeHead(200, json).write('{'),
        },
      },
    ],
    [
      'that breaks off',
      'discovery',
      {
        answers: {
          '/.well-known/openid-configuration': (_request, response) =>
            breakOff(response, Buffer.from('{"issuer"'), 5, json),
        },
      },
    ],
    [
      'whose description is a page',
      'discovery',
      { answers: { '/.well-known/openid-configuration': status(200, '<p>', { 'content-type': 'text/html' }) } },
    ],
    [
      'that sends its description elsewhere',
      'discovery',
      { answers: { '/.well-known/openid-configuration': status(302, '', { location: 'https://login.example' }) } },
    ],
    ['that calls itself another', 'discovery', { description: { issuer: 'https://login.example' } }],
    ['that has no way in', 'discovery', { description: { authorization_endpoint: undefined } }],
    [
      'that sends people over plain http',
      'discovery',
      { description: { authorization_endpoint: 'http://login.example/authorise' } },
    ],
    ['that sends people to a script', 'discovery', { description: { authorization_endpoint: 'javascript:alert(1)' } }],
    [
      'that takes codes over plain http',
      'discovery',
      { description: { token_endpoint: 'http://login.example/token' } },
    ],
    ['that never gives a token', 'token', { answers: { '/token': silence } }],
    ['that fails at the token', 'token', { answers: { '/token': status(503) } }],
    [
      'that says so at the token',
      'token',
      { answers: { '/token': status(400, '{"error":"temporarily_unavailable"}', json) } },
    ],
    ['whose token is cut short', 'token', { answers: { '/token': status(200, '{"access_token":"acc', json) } }],
    ['whose keys are gone', 'token', { answers: { '/keys': status(404) } }],
    ['whose keys never come', 'token', { answers: { '/keys': silence } }],
    ['whose userinfo fails', 'token', { answers: { '/userinfo': status(500) } }],
  ];
  test.each(troubles)('%s (%s)', async (_which, step, faults) => {
    const failure = await unavailable(signIn(faults));
    expect(failure).toBeInstanceOf(ProviderUnavailable);
    expect(failure).toMatchObject({ message: UNAVAILABLE, log: { provider: 'camden', step } });
    expect(JSON.stringify(failure)).not.toMatch(/secret-|eyJ/);
  });

  test('and is asked again the next time, since a failure is not kept', async () => {
    faulty.become({ answers: { '/.well-known/openid-configuration': status(500) } });
    expect(await unavailable(beginSignIn(camden, { discovery, now, redirectUri }))).toBeInstanceOf(ProviderUnavailable);
    faulty.become({});
    expect(await beginSignIn(camden, { discovery, now, redirectUri })).toHaveProperty('url');
  });

  test('whose userinfo turns our token away gives nobody', async () => {
    const challenge = status(401, '', { 'www-authenticate': 'Bearer error="invalid_token"' });
    expect(await signIn({ answers: { '/userinfo': challenge } })).toMatchObject({ because: 'unreadable-answer' });
  });
});

describe('what is known of a provider', () => {
  const described = () => faulty.asked('/.well-known/openid-configuration').length;
  const beginAt = (minutes: number, provider = camden) =>
    beginSignIn(provider, { discovery, now: new Date(now.getTime() + minutes * 60_000), redirectUri });

  test('is asked once by all who come at once, kept 15 minutes, and asked anew when the settings were read anew', async () => {
    const before = described();
    await Promise.all([beginAt(0), beginAt(0), beginAt(14.9)]);
    expect(described() - before).toBe(1);
    await beginAt(15);
    expect(described() - before).toBe(2);
    await beginAt(15, { ...camden, clientSecret: secret('a new one') });
    expect(described() - before).toBe(3);
  });

  test('decides how the secret is shown', async () => {
    await signIn({
      description: { token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'] },
    });
    expect(faulty.asked('/token').at(-1)?.body).toContain(`client_secret=${faulty.clientSecret}`);
    discovery = makeDiscovery();
    await signIn();
    const basic = Buffer.from(`wardroom:${faulty.clientSecret}`.replaceAll('-', '%2D')).toString('base64');
    expect(faulty.asked('/token').at(-1)).toMatchObject({ headers: { authorization: `Basic ${basic}` } });
    expect(faulty.asked('/token').at(-1)?.body).not.toContain(faulty.clientSecret);
  });

  test('decides whether signing out there is offered', async () => {
    expect(await signOutUrl(camden, { discovery, now, redirectUri })).toBeNull();
  });
});

test('userinfo is not asked for what the token says', async () => {
  const before = faulty.asked('/userinfo').length;
  const who = await signIn({ claims: { email: 'pat@camden.gov.uk', name: 'Pat' } });
  expect(who).toMatchObject({ email: 'pat@camden.gov.uk', emailVerified: false, emailIdentifies: true });
  expect(faulty.asked('/userinfo')).toHaveLength(before);
});
