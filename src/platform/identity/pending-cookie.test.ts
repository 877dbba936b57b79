import type { FastifyReply } from 'fastify';
import { expect, it } from 'vitest';
import { pendingCookie } from './pending-cookie.ts';

const pending = {
  provider: 'camden',
  redirectUri: 'https://wardroom.example/sign-in/openid/camden/callback',
  state: 's'.repeat(43),
  nonce: 'n'.repeat(43),
  codeVerifier: 'v'.repeat(43),
  startedAt: '2026-03-10T12:00:00.000Z',
};

it.each([
  ['by HTTPS', '__Host-wardroom', '__Host-wardroom-openid', true],
  ['on this machine', 'wardroom', 'wardroom-openid', false],
])('what was begun is kept %s under a name that no other site can plant', (_, session, expected, secure) => {
  const kept: unknown[] = [];
  const setCookie = (name: string, _value: string, options: object) => kept.push([name, options]);
  const reply = { server: { cookieNames: { session } }, setCookie } as unknown as FastifyReply;
  pendingCookie().keep(reply, { pending, next: '/' });
  // Browsers take a __Host- cookie only for every path, only by HTTPS, and for no other name than the server's own.
  expect(kept).toEqual([[expected, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 600 }]]);
});
