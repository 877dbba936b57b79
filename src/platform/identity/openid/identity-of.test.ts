import { describe, expect, test } from 'vitest';
import { identityOf } from './identity-of.ts';
import type { OpenIdProvider } from './provider.ts';
import { secret } from './secret.ts';

const camden: OpenIdProvider = {
  name: 'camden',
  title: 'Camden Council',
  issuer: 'https://login.camden.example',
  clientId: 'wardroom',
  clientSecret: secret('x'),
  clientAuthentication: null,
  emailIsTrusted: true,
  emailDomains: ['camden.gov.uk', 'dwo.camden.gov.uk'],
  secondFactor: ['mfa', 'https://login.camden.example/two'],
  organisation: null,
};
const token = { iss: camden.issuer, sub: 'pat' };
const identify = (claims: object, provider = camden, further = {}) =>
  identityOf(provider, { ...token, ...claims }, further);

describe('an address finds a person’s account', () => {
  test.each([
    ['of the organisation’s domain', { email: 'pat@camden.gov.uk', email_verified: true }, true],
    ['in capitals', { email: 'Pat@Camden.GOV.UK', email_verified: true }, true],
    ['that the provider says nothing more of', { email: 'pat@camden.gov.uk' }, true],
    ['that it says it has not checked', { email: 'pat@camden.gov.uk', email_verified: false }, false],
    ['of the force', { email: 'chief@met.police.uk', email_verified: true }, false],
    ['of a domain that ends alike', { email: 'pat@notcamden.gov.uk', email_verified: true }, false],
    ['of a domain below', { email: 'pat@x.camden.gov.uk', email_verified: true }, false],
    ['with two @', { email: '"chief@met.police.uk"@camden.gov.uk', email_verified: true }, false],
    ['that is none', { email: 'pat' }, false],
  ])('%s', (_which, claims, finds) => {
    expect(identify(claims)?.emailIdentifies).toBe(finds);
  });

  test('never where the provider is not trusted with addresses', () => {
    const claims = { email: 'pat@camden.gov.uk', email_verified: true };
    const who = identify(claims, { ...camden, emailIsTrusted: false });
    expect(who).toMatchObject({ email: 'pat@camden.gov.uk', emailVerified: true, emailIdentifies: false });
  });
});

test('an address from the token is not checked by what userinfo says of another', () => {
  const further = { email: 'pat@camden.gov.uk', email_verified: true, name: 'Pat' };
  expect(identify({ email: 'chief@camden.gov.uk', email_verified: false }, camden, further)).toMatchObject({
    email: 'chief@camden.gov.uk',
    emailVerified: false,
    emailIdentifies: false,
    name: 'Pat',
  });
  expect(identify({ email_verified: true }, camden, { email: 'pat@camden.gov.uk' })?.emailVerified).toBe(false);
});

test('userinfo changes neither issuer nor subject', () => {
  expect(identify({}, camden, { iss: 'https://other.example', sub: 'chief' })).toMatchObject({
    issuer: camden.issuer,
    subject: 'pat',
  });
});

test.each([
  ['by its means', { amr: ['pwd', 'mfa'] }, true],
  ['by its strength', { acr: 'https://login.camden.example/two' }, true],
  ['not by other words', { amr: ['pwd', 'otp'], acr: '2' }, false],
  ['not when nothing is said', {}, false],
  ['not when it cannot be read', { amr: 'mfa' }, false],
])('a second factor is known %s', (_how, claims, used) => {
  expect(identify(claims)?.secondFactor).toBe(used);
});

test('a second factor is never believed where the settings list no words for it', () => {
  expect(identify({ amr: ['mfa'] }, { ...camden, secondFactor: [] })).toMatchObject({
    amr: ['mfa'],
    secondFactor: false,
  });
});

test('claims in no form of theirs are left out', () => {
  expect(identify({ email: 7, email_verified: 'true', name: {}, auth_time: 'today', acr: 1, amr: [1] })).toMatchObject({
    email: null,
    emailVerified: false,
    name: null,
    authTime: null,
    acr: null,
    amr: [],
  });
});

test('a name is one line of at most 200 characters, without marks that turn text round', () => {
  expect(identify({ name: ' Pat\r\n\u202eExample ' })?.name).toBe('Pat Example');
  expect(identify({ name: '\u200b\n' })?.name).toBeNull();
  expect(identify({ name: '👮'.repeat(300) })?.name).toBe('👮'.repeat(200));
});

test.each([[''], [' pat'], ['pat\n'], ['påt'], ['p'.repeat(256)], [7]])('nobody is called %j', (sub) => {
  expect(identify({ sub })).toBeNull();
});

test('a time of sign-in is read in seconds', () => {
  expect(identify({ auth_time: 1_772_539_200 })?.authTime).toEqual(new Date('2026-03-03T12:00:00Z'));
});
