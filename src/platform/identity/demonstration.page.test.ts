import { expect, it } from 'vitest';
import { type PageServer, pageServer } from '../../../test/builders/page-server.ts';
import { PLACES, pressAs } from '../../../test/builders/people.ts';
import type { Platform } from '../platform.ts';
import type { Reach } from '../web/index.ts';
import { makeIdentify } from './index.ts';
import { identityRoutes } from './routes.tsx';
import { beginDemonstration } from './service.ts';

const PROXY = '10.0.0.2';
const PUBLIC: Reach = { publicUrl: new URL('https://wardroom.example'), tls: null, trustedProxy: PROXY };
const scope = { unit: 'Central North', borough: null, ward: null };

/** A server on records in which the demonstration is on, whoever switched it on and however. */
async function onDemonstration(reach?: Reach): Promise<{ pages: PageServer; token: string }> {
  const laid: { system: Platform | null } = { system: null };
  const pages = await pageServer(
    (server, { system }) => {
      laid.system = system;
      identityRoutes(server, { system, providers: [], places: PLACES });
    },
    undefined,
    { identify: (own) => makeIdentify(own), ...(reach === undefined ? {} : { reach }) },
  );
  if (laid.system === null) throw new Error('Nothing was mounted.');
  await beginDemonstration(laid.system, [{ name: 'Morgan Demo', role: 'command', scope, organisation: null }]);
  const signedIn = await pressAs(laid.system, 'command');
  return { pages, token: signedIn?.token ?? '' };
}

const mounts = ({ server }: PageServer) => server.mountedRoutes.some(({ url }) => url === '/sign-in/demonstration');

it('on this machine a made-up person is one press away', async () => {
  const { pages, token } = await onDemonstration();
  const as = (session: string) =>
    pages.server.inject({ url: '/account', headers: { host: '127.0.0.1:3000', cookie: `wardroom=${session}` } });
  expect(mounts(pages)).toBe(true);
  expect((await as(token)).body).toContain('Morgan Demo');
  await pages.close();
});

it('a server that others reach offers no made-up person, mounts no way to be one, and takes none for anybody', async () => {
  const { pages, token } = await onDemonstration(PUBLIC);
  const headers = { host: 'wardroom.internal', 'x-forwarded-host': 'wardroom.example', 'x-forwarded-proto': 'https' };
  const ask = (url: string, session = '') =>
    pages.server.inject({
      url,
      headers: { ...headers, cookie: `__Host-wardroom=${session}` },
      remoteAddress: PROXY,
    });
  expect(mounts(pages)).toBe(false);
  expect((await ask('/sign-in')).body).not.toContain('Try Wardroom as');
  expect((await ask('/account', token)).headers.location).toMatch(/^\/sign-in/);
  expect((await ask('/people', token)).headers.location).toMatch(/^\/sign-in/);
  await pages.close();
});
