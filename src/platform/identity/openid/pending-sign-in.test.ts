import { expect, test } from 'vitest';
import { hasExpired, type PendingSignIn, readPending } from './pending-sign-in.ts';

const pending: PendingSignIn = {
  provider: 'camden',
  redirectUri: 'https://wardroom.example/sign-in/camden/callback',
  state: 's'.repeat(43),
  nonce: 'n'.repeat(43),
  codeVerifier: 'v'.repeat(43),
  startedAt: '2026-03-10T12:00:00.000Z',
};

test.each([
  ['2026-03-10T12:00:00Z', false],
  ['2026-03-10T12:10:00Z', false],
  ['2026-03-10T12:10:01Z', true],
  ['2026-03-10T11:59:00Z', false],
  ['2026-03-10T11:58:59Z', true],
])('at %s a sign-in begun at noon has ended: %s', (now, ended) => {
  expect(hasExpired(pending, new Date(now))).toBe(ended);
});

test('a time that is none has ended', () => {
  expect(hasExpired({ ...pending, startedAt: 'noon' }, new Date('2026-03-10T12:00:00Z'))).toBe(true);
});

test('what was kept is read back whole', () => {
  expect(readPending(JSON.parse(JSON.stringify(pending)))).toEqual(pending);
});

test.each([
  ['nothing', null],
  ['a text', 'pending'],
  ['one without a state', { ...pending, state: undefined }],
  ['one with a short state', { ...pending, state: 's' }],
  ['one with a short nonce', { ...pending, nonce: '' }],
  ['one with a short verifier', { ...pending, codeVerifier: 'v' }],
  ['one begun at no time', { ...pending, startedAt: 'noon' }],
  ['one with more in it', { ...pending, subject: 'chief' }],
])('%s is no pending sign-in', (_what, kept) => {
  expect(readPending(kept)).toBeNull();
});
