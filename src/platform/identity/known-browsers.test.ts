import { expect, it } from 'vitest';
import type { IdentityKeys } from './key-store.ts';
import { KNOWN_DAYS, knownBrowser, rememberBrowser } from './known-browsers.ts';
import { hashToken } from './token.ts';

const keysOf = (secret: string): IdentityKeys => ({
  seal: new Uint8Array(32),
  hashed: (use, text) => hashToken(`${secret} ${use} ${text}`),
});
const keys = keysOf('ours');
const now = new Date('2026-03-10T12:00:00Z');
const [ada, bo] = ['person:00000000000000aa', 'person:00000000000000bb'];
const ofAda = rememberBrowser(keys, null, { person: ada, now });

it('knows a browser for who signed in there, and for nobody else', () => {
  expect(knownBrowser(keys, ofAda, { person: ada, now })).toMatch(/^[\w-]{43}$/);
  expect(knownBrowser(keys, ofAda, { person: bo, now })).toBeNull();
  expect(knownBrowser(keys, null, { person: ada, now })).toBeNull();
});

it('does not believe what was changed, or signed with another key', () => {
  const forged = ofAda.replace('00000000000000aa', '00000000000000bb');
  expect(forged).not.toBe(ofAda);
  expect(knownBrowser(keys, forged, { person: bo, now })).toBeNull();
  expect(knownBrowser(keys, ofAda.replace(/~\d+~/, '~99999999999999~'), { person: ada, now })).toBeNull();
  expect(knownBrowser(keysOf('theirs'), ofAda, { person: ada, now })).toBeNull();
  for (const nonsense of ['', '.', '~~~', ofAda.slice(0, -1), `${ofAda}x`])
    expect(knownBrowser(keys, nonsense, { person: ada, now })).toBeNull();
});

it('forgets it after half a year', () => {
  const after = (days: number) => new Date(now.getTime() + days * 86_400_000);
  expect(knownBrowser(keys, ofAda, { person: ada, now: after(KNOWN_DAYS - 1) })).not.toBeNull();
  expect(knownBrowser(keys, ofAda, { person: ada, now: after(KNOWN_DAYS) })).toBeNull();
});

it('remembers ten people of a shared computer, the last ones, each once', () => {
  const person = (each: number) => `person:${each.toString(16).padStart(16, '0')}`;
  let sent = ofAda;
  for (let each = 0; each < 9; each += 1) sent = rememberBrowser(keys, sent, { person: person(each), now });
  sent = rememberBrowser(keys, sent, { person: person(3), now });
  expect(sent.split('.')).toHaveLength(10);
  expect(knownBrowser(keys, sent, { person: ada, now })).not.toBeNull();
  sent = rememberBrowser(keys, sent, { person: person(11), now });
  expect(knownBrowser(keys, sent, { person: ada, now })).toBeNull();
  expect(knownBrowser(keys, sent, { person: person(11), now })).not.toBeNull();
  expect(sent.length).toBeLessThan(2_000);
});
