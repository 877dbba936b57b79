import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import { endSessionCookie, PUBLISHED, startSessionCookie } from './index.ts';

const PROXY = '10.0.0.2';
const publicUrl = new URL('https://wardroom.example.org');
const ofProxy = { host: 'wardroom.internal', 'x-forwarded-host': publicUrl.host, 'x-forwarded-proto': 'https' };

describe('behind a proxy that speaks HTTPS', () => {
  let pages: PageServer;
  const ask = (headers: Record<string, string>, remoteAddress: string, url = '/address') =>
    pages.server.inject({ url, headers, remoteAddress });

  beforeEach(async () => {
    pages = await pageServer(
      (server) => {
        const config = { access: PUBLISHED };
        server.get('/address', { config }, async ({ ip, protocol }) => `${protocol} ${ip}`);
        server.get('/in', { config }, async (_request, reply) => startSessionCookie(reply, 'token').send('in'));
        server.get('/out', { config }, async (_request, reply) => endSessionCookie(reply).send('out'));
      },
      undefined,
      { reach: { publicUrl, tls: null, trustedProxy: PROXY } },
    );
  });
  afterEach(() => pages.close());

  it('believes what the proxy says of a request', async () => {
    const answer = await ask({ ...ofProxy, 'x-forwarded-for': '81.2.69.160' }, PROXY);
    expect([answer.statusCode, answer.body]).toEqual([200, 'https 81.2.69.160']);
  });

  it('believes nobody else, and turns away who comes without HTTPS', async () => {
    expect((await ask(ofProxy, '10.0.0.9')).statusCode).toBe(403);
    expect((await ask({ host: publicUrl.host }, '10.0.0.9')).statusCode).toBe(403);
    expect((await ask({ host: publicUrl.host, 'x-forwarded-proto': 'http' }, PROXY)).statusCode).toBe(403);
    expect((await ask({ host: '127.0.0.1:3000' }, '10.0.0.9')).statusCode).toBe(403);
  });

  it('tells browsers to keep to HTTPS', async () => {
    expect((await ask(ofProxy, PROXY)).headers['strict-transport-security']).toBe('max-age=31536000');
  });

  it('sets cookies that no neighbour can set and nothing but HTTPS carries', async () => {
    const { cookies } = await ask(ofProxy, PROXY, '/in');
    expect(cookies).toContainEqual({
      name: '__Host-wardroom',
      value: 'token',
      path: '/',
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
    });
    expect(cookies.every(({ name }) => name.startsWith('__Host-'))).toBe(true);
    const ended = (await ask(ofProxy, PROXY, '/out')).cookies.map(({ name, value, secure }) => ({
      name,
      value,
      secure,
    }));
    expect(ended).toContainEqual({ name: '__Host-wardroom', value: '', secure: true });
  });

  it('takes a form by the public address only', async () => {
    const post = (origin: string) =>
      pages.server.inject({ method: 'POST', url: '/nothing', headers: { ...ofProxy, origin }, remoteAddress: PROXY });
    expect((await post(publicUrl.origin)).statusCode).toBe(404);
    expect((await post('http://wardroom.example.org')).statusCode).toBe(403);
    expect((await post('https://wardroom.internal')).statusCode).toBe(403);
  });
});
