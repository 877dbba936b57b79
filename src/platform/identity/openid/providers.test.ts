import { readFile } from 'node:fs/promises';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ProvidersRefused, parseProviders } from './providers.ts';

const camden = {
  name: 'camden',
  title: 'Camden Council',
  issuer: 'https://login.camden.example/v2.0',
  clientId: 'wardroom',
  clientSecretFile: 'camden.secret',
};
const met = { ...camden, name: 'met', title: 'Metropolitan Police', issuer: 'https://login.met.example' };

function mistakesOf(value: unknown): readonly string[] {
  try {
    parseProviders(typeof value === 'string' ? value : JSON.stringify(value));
    return [];
  } catch (error) {
    if (error instanceof ProvidersRefused) return error.mistakes;
    throw error;
  }
}

test('reads the providers of several organisations, with what is not said left at its safest', () => {
  const [first, second] = parseProviders(
    JSON.stringify([
      camden,
      {
        ...met,
        clientSecretFile: undefined,
        clientSecret: 'open sesame',
        clientAuthentication: 'client_secret_basic',
        emailIsTrusted: true,
        emailDomains: ['Met.Police.UK'],
        secondFactor: ['mfa'],
        organisation: 'Metropolitan Police',
      },
    ]),
  );
  expect(first).toEqual({
    name: 'camden',
    title: 'Camden Council',
    issuer: 'https://login.camden.example/v2.0',
    clientId: 'wardroom',
    clientSecret: { kind: 'file', path: 'camden.secret' },
    clientAuthentication: null,
    emailIsTrusted: false,
    emailDomains: [],
    secondFactor: [],
    organisation: null,
  });
  expect(second).toMatchObject({
    emailDomains: ['met.police.uk'],
    secondFactor: ['mfa'],
    organisation: 'Metropolitan Police',
  });
  expect(second?.clientSecret.kind === 'given' && second.clientSecret.secret.reveal()).toBe('open sesame');
  expect(inspect(second, { depth: 9 }) + JSON.stringify(second)).not.toContain('sesame');
});

test('the example that is shown to administrators is one', async () => {
  const readme = await readFile(new URL('README.md', import.meta.url), 'utf8');
  const [, example = ''] = /```json\n(.*?)```/s.exec(readme) ?? [];
  expect(parseProviders(example)).toMatchObject([{ name: 'camden', emailIsTrusted: true, secondFactor: ['mfa'] }]);
});

test('a domain is listed once, or another organisation could sign its people in', () => {
  const [trusted, domain] = [{ emailIsTrusted: true }, 'camden.gov.uk'];
  expect(
    mistakesOf([
      { ...camden, ...trusted, emailDomains: [domain] },
      { ...met, ...trusted, emailDomains: ['met.police.uk', 'Camden.GOV.UK'] },
    ]),
  ).toEqual(['Sign-in providers "camden" and "met" both list camden.gov.uk in emailDomains: leave it with one.']);
  expect(mistakesOf([{ ...camden, emailDomains: [domain, domain] }])).toEqual([
    'Sign-in provider "camden" lists camden.gov.uk twice in emailDomains: leave it there once.',
  ]);
});

test('no provider is a list too', () => {
  expect(parseProviders('[]')).toEqual([]);
});

describe('one sentence for each mistake', () => {
  const one = 'Sign-in provider "camden"';
  test.each<[string, unknown, string]>([
    ['no list', { camden }, 'The file of sign-in providers must be a list in [ ].'],
    ['no object', ['camden'], 'Sign-in provider 1 must be a list of settings in { }.'],
    ['no name', [{ ...camden, name: undefined }], 'Sign-in provider 1 has no name.'],
    [
      'a name in capitals',
      [{ ...camden, name: 'Camden' }],
      'Sign-in provider 1: name must be small letters, digits and single hyphens, such as "camden" or "met-police".',
    ],
    ['an empty title', [{ ...camden, title: ' ' }], `${one}: title must not be empty.`],
    ['a title of two lines', [{ ...camden, title: 'a\nb' }], `${one}: title must be one line.`],
    ['no issuer', [{ ...camden, issuer: undefined }], `${one} has no issuer.`],
    [
      'an issuer over plain http',
      [{ ...camden, issuer: 'http://login.camden.example' }],
      `${one}: issuer must start with https:// (http:// is taken only for this machine, as 127.0.0.1 or localhost).`,
    ],
    ['no client', [{ ...camden, clientId: undefined }], `${one} has no clientId.`],
    [
      'no secret',
      [{ ...camden, clientSecretFile: undefined }],
      `${one} needs either clientSecretFile, a file with the secret, or clientSecret.`,
    ],
    [
      'two secrets',
      [{ ...camden, clientSecret: 'open sesame' }],
      `${one} needs either clientSecretFile, a file with the secret, or clientSecret.`,
    ],
    [
      'a secret that is a number',
      [{ ...camden, clientSecretFile: undefined, clientSecret: 815 }],
      `${one}: clientSecret must be a text.`,
    ],
    [
      'another way to show the secret',
      [{ ...camden, clientAuthentication: 'none' }],
      `${one}: clientAuthentication must be "client_secret_post" or "client_secret_basic", or be left out.`,
    ],
    ['trust in words', [{ ...camden, emailIsTrusted: 'yes' }], `${one}: emailIsTrusted must be true or false.`],
    [
      'trust in every address',
      [{ ...camden, emailIsTrusted: true }],
      `${one} needs emailDomains, such as ["camden.gov.uk"], because emailIsTrusted is true.`,
    ],
    [
      'a domain that is an address',
      [{ ...camden, emailDomains: ['camden.gov.uk', '@camden'] }],
      `${one}: emailDomains 2 must be a domain, such as "camden.gov.uk".`,
    ],
    ['a list that is none', [{ ...camden, secondFactor: 'mfa' }], `${one}: secondFactor must be a list in [ ].`],
    [
      'a setting with a typing mistake',
      [{ ...camden, emailTrusted: true, 'a"b': 1 }],
      `${one} has settings that Wardroom does not know: "emailTrusted", "a\\"b".`,
    ],
    ['a name twice', [camden, { ...met, name: 'camden' }], 'Two sign-in providers have the name "camden".'],
    [
      'a client twice',
      [camden, { ...camden, name: 'other' }],
      'Sign-in providers "camden" and "other" have the same issuer and clientId.',
    ],
  ])('%s', (_what, value, mistake) => {
    expect(mistakesOf(value)).toEqual([mistake]);
  });

  test('and all of them at once', () => {
    const both = [
      { ...camden, title: '' },
      { ...met, issuer: 'login' },
    ];
    expect(mistakesOf(both)).toEqual([
      'Sign-in provider "camden": title must not be empty.',
      'Sign-in provider "met": issuer must be an address, such as "https://login.camden.example".',
    ]);
    expect(() => parseProviders(JSON.stringify(both))).toThrow(/camden.*\n.*met/);
  });

  test('a file that is not JSON says from which line on, and quotes nothing of it', () => {
    const text = '[\n{ "name": "camden",\n  "clientSecret": "open sesame" "clientId": "x" }\n]';
    expect(mistakesOf(text)).toEqual(['The file of sign-in providers is not JSON from line 3 on.']);
    for (const cut of ['', '[', '[{"clientSecret": open sesame}]', '[{"clientSecret":"open sesame"'])
      expect(mistakesOf(cut)).toEqual([expect.stringMatching(/^The file of sign-in providers is not JSON[^"]*\.$/)]);
  });
});
