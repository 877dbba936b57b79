import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { inject } from 'vitest';
import { type Principal, personOf } from '../../src/platform/access/index.ts';
import type { Database } from '../../src/platform/database/index.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { formToken } from '../../src/platform/web/form-token.ts';
import { buildServer, type Identify, PUBLISHED, type ServerSettings, VISITOR } from '../../src/platform/web/index.ts';
import { FORM_TOKEN } from '../../src/ui/page-visit.ts';
import { emptyRecords } from './records.ts';
import { testPlatform } from './test-platform.ts';

const HOST = '127.0.0.1:3000';
/** Where a browser of a test gets the token of its forms from. */
const FORM_ADDRESS = '/form-of-a-test';

type Answer = Awaited<ReturnType<FastifyInstance['inject']>>;
type Files = { name: string; bytes: Buffer | string }[];

/** A browser on this machine, with the cookies it was given. */
export interface Asker {
  get(url: string, headers?: Record<string, string>): Promise<Answer>;
  /** Sends a form from one of our own pages, with its token; `headers` override. */
  post(url: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
  /** Sends a form with files, and its token. */
  postFiles(url: string, files: Files, fields?: Record<string, string>): Promise<Answer>;
  /** Sends a form as it is given: without a token, unless one is among its fields. */
  postWithout(url: string, fields?: Record<string, string>, headers?: Record<string, string>): Promise<Answer>;
  /** Sends a form with files as it is given, without a token. */
  postFilesWithout(url: string, files: Files, fields?: Record<string, string>): Promise<Answer>;
  /** A token for the forms of this browser as it is signed in now. */
  formToken(): Promise<string>;
  /** What the browser keeps, by name. */
  cookies: Map<string, string>;
}

/** A server on empty records, asked as a browser on this machine asks. By default Wardroom itself asks, who may do all. */
export interface PageServer extends Asker {
  platform: Platform;
  /** Wardroom's own, past row security: for laying out what a test needs. */
  system: Platform;
  database: Database;
  server: FastifyInstance;
  /** Errors the server logged, one JSON line each. */
  faults: string[];
  /** Another browser, in which a principal is signed in; a visitor is nobody signed in. */
  as(principal: Principal, shown?: { name?: string; roles?: string }): Asker;
  close(): Promise<void>;
}

export interface PageServerOptions
  extends Partial<Pick<ServerSettings, 'rates' | 'reach' | 'log' | 'readiness' | 'assetsFolder'>> {
  /** Who is behind a token, instead of those that `as` signs in: for the pages of sign-in themselves. */
  identify?: (system: Platform) => Identify;
  /** Whether visitors are offered to sign in as made-up people. */
  demonstrationOn?: boolean;
}

/** One address asks for everything in a test. */
const NO_LIMIT = { 'sign-in': 1_000_000, heavy: 1_000_000, general: 1_000_000 };

/** @param mount mounts routes, and fills the records first where a test needs some */
export async function pageServer(
  mount: (server: FastifyInstance, deps: { platform: Platform; system: Platform }) => void | Promise<void>,
  now: Date = new Date('2026-03-10T12:00:00Z'),
  options: PageServerOptions = {},
): Promise<PageServer> {
  const { records, database, close } = await emptyRecords();
  const dataFolder = await mkdtemp(join(inject('runFolder'), 'pages-'));
  const platform = testPlatform(database, { dataFolder, now, actor: 'page test' });
  const system = { ...platform, records };
  const faults: string[] = [];
  const { identify, signIn } = signedInByTests(options.demonstrationOn ?? false);
  const server = await buildServer({
    port: 3000,
    assetsFolder: options.assetsFolder ?? dataFolder,
    log: options.log ?? { level: 'error', stream: { write: (line: string) => faults.push(line) } },
    uploads: { maxFiles: 20 },
    identify: options.identify?.(system) ?? identify,
    actingAs: (principal) =>
      testPlatform(database, { dataFolder, now, principal, ...actorOfTests(principal, platform.actor) }),
    rates: options.rates ?? NO_LIMIT,
    ...(options.reach === undefined ? {} : { reach: options.reach }),
    ...(options.readiness === undefined ? {} : { readiness: options.readiness }),
  });
  server.get(FORM_ADDRESS, { config: { access: PUBLISHED } }, async (_request, reply) => formToken(reply));
  await mount(server, { platform, system });
  return {
    platform,
    system,
    database,
    server,
    faults,
    ...asker(server, new Map()),
    as: (principal, shown = {}) => asker(server, new Map([[server.cookieNames.session, signIn(principal, shown)]])),
    async close() {
      await server.close();
      await close();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

const actorOfTests = (principal: Principal, actor: string) => (principal.kind === 'wardroom' ? { actor } : {});

/** Sessions by token, as a test opens them; without one it is Wardroom itself that asks. */
function signedInByTests(demonstrationOn: boolean): {
  identify: Identify;
  signIn(principal: Principal, shown: { name?: string; roles?: string }): string;
} {
  const sessions = new Map<string, Awaited<ReturnType<Identify>>>();
  return {
    async identify(token) {
      if (token === null) return { ...VISITOR, principal: { kind: 'wardroom' }, demonstrationOn };
      return sessions.get(token) ?? { ...VISITOR, demonstrationOn };
    },
    signIn(principal, { name = 'A person', roles = '' }) {
      const token = randomUUID();
      const session = { id: randomUUID(), startedAt: new Date('2026-03-10T11:00:00Z') };
      const person = personOf(principal) === null ? { session: null, name: null } : { session, name };
      sessions.set(token, { principal, ...person, roles, demonstrationOn });
      return token;
    },
  };
}

function asker(server: FastifyInstance, cookies: Map<string, string>): Asker {
  const own = { host: HOST, origin: `http://${HOST}` };
  const ask = async (request: { method: 'GET' | 'POST'; url: string; headers: object; payload?: string | Buffer }) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await server.inject({
      ...request,
      headers: { host: HOST, ...(cookie === '' ? {} : { cookie }), ...request.headers },
    });
    for (const { name, value, expires } of answer.cookies) {
      if (value === '' || (expires !== undefined && expires.getTime() === 0)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  const formToken = async () => (await ask({ method: 'GET', url: FORM_ADDRESS, headers: {} })).body;
  const postWithout: Asker['postWithout'] = (url, fields = {}, headers = {}) =>
    ask({
      method: 'POST',
      url,
      headers: { ...own, 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: new URLSearchParams(fields).toString(),
    });
  const postFilesWithout: Asker['postFilesWithout'] = (url, files, fields = {}) =>
    ask({
      method: 'POST',
      url,
      headers: { ...own, 'content-type': 'multipart/form-data; boundary=----line' },
      payload: multipartBody(files, fields),
    });
  return {
    cookies,
    formToken,
    postWithout,
    postFilesWithout,
    get: (url, headers = {}) => ask({ method: 'GET', url, headers }),
    post: async (url, fields = {}, headers = {}) =>
      postWithout(url, { [FORM_TOKEN]: await formToken(), ...fields }, headers),
    postFiles: async (url, files, fields = {}) =>
      postFilesWithout(url, files, { [FORM_TOKEN]: await formToken(), ...fields }),
  };
}

function multipartBody(files: Files, fields: Record<string, string>): Buffer {
  const line = '------line\r\n';
  const disposition = (rest: string) => `Content-Disposition: form-data; ${rest}\r\n`;
  const texts = Object.entries(fields).map(
    ([name, value]) => `${line}${disposition(`name="${name}"`)}\r\n${value}\r\n`,
  );
  const parts = files.flatMap(({ name, bytes }) => [
    Buffer.from(
      `${line}${disposition(`name="files"; filename="${name.replaceAll('"', '%22')}"`)}Content-Type: application/octet-stream\r\n\r\n`,
    ),
    Buffer.from(bytes),
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([Buffer.from(texts.join('')), ...parts, Buffer.from('------line--\r\n')]);
}
