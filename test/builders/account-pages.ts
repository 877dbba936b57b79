import { auditRoutes } from '../../src/platform/audit/routes.tsx';
import { makeIdentify } from '../../src/platform/identity/index.ts';
import type { OpenIdProvider } from '../../src/platform/identity/openid/index.ts';
import { identityRoutes } from '../../src/platform/identity/routes.tsx';
import { firstAdministratorLink, listPeople } from '../../src/platform/identity/service.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { type Asker, type PageServer, type PageServerOptions, pageServer } from './page-server.ts';
import { codeAt, PASSWORD, PLACES } from './people.ts';

/** Somebody at a browser. */
export interface Guest {
  browser: Asker;
  /** What their authenticator holds. */
  secret: string;
  recoveryCodes: readonly string[];
}

/** A server with the pages of sign-in, accounts, people and the audit, where sessions are real and a test moves the clock. */
export interface AccountServer extends PageServer {
  system: Platform;
  now(): Date;
  later(seconds: number): void;
  /** Another browser, in which nobody is signed in. */
  browser(): Asker;
  /** Follows a one-time link through its pages: password, second factor, recovery codes. */
  follow(path: string, typed?: { name?: string; email?: string }): Promise<Guest>;
  /** The first administrator, signed in. */
  first(): Promise<Guest>;
}

/**
 * @param given.assetsFolder built styles, where a real browser is to look at the pages
 * @param given.log where its log goes, where a test reads it
 */
export async function accountServer(
  providers: readonly OpenIdProvider[] = [],
  given: Pick<PageServerOptions, 'assetsFolder' | 'log'> = {},
): Promise<AccountServer> {
  const clock = new Date('2026-03-10T12:00:00Z');
  let system: Platform | null = null;
  const server = await pageServer(
    (mounted, deps) => {
      system = deps.system;
      identityRoutes(mounted, { system: deps.system, providers, places: PLACES });
      const safekeeping = { system: deps.system.records, headFolders: [], checkImports: null };
      auditRoutes(mounted, { safekeeping, people: listPeople });
    },
    clock,
    { identify: (own) => makeIdentify(own), ...given },
  );
  if (system === null) throw new Error('Nothing was mounted.');
  const own: Platform = system;
  const browser = () => server.as({ kind: 'visitor' });
  const follow: AccountServer['follow'] = async (path, typed = {}) => {
    const asker = browser();
    await asker.post(path, { ...typed, password: PASSWORD });
    const page = await asker.get('/sign-in/set-up');
    const secret = (/w-secret">([A-Z2-7 ]+)</.exec(page.body)?.[1] ?? '').replaceAll(' ', '');
    const shown = await asker.post('/sign-in/set-up', { code: codeAt(secret, clock) });
    const recoveryCodes = [...shown.body.matchAll(/<li>([^<]+)<\/li>/g)].map(([, code = '']) => code).slice(-10);
    return { browser: asker, secret, recoveryCodes };
  };
  return {
    ...server,
    system: own,
    now: () => clock,
    later: (seconds) => clock.setTime(clock.getTime() + seconds * 1000),
    browser,
    follow,
    async first() {
      const link = await firstAdministratorLink(own, 'Central North');
      return follow(link?.path ?? '', { name: 'Ada First', email: 'ada@example.gov.uk' });
    },
  };
}

/** The one-time link that a page shows. */
export const linkOn = (body: string): string => /\/link\/[A-Za-z0-9_-]+/.exec(body)?.[0] ?? '';
