import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Kysely } from 'kysely';
import pg from 'pg';
import { recordsDialect } from '../src/platform/database/dialect.ts';
import { migrate } from '../src/platform/database/migrate.ts';
import { serverConnections } from '../src/platform/database/server.ts';

const execute = promisify(execFile);

/** What the notice file says once the server can be used, or why it cannot. */
export interface ServerNotice {
  /** A database of this server from which others can be made; null when it failed to start. */
  url: string | null;
  /** The migrated, empty database to copy. */
  template: string;
  because: string;
  /** TEST_DATABASE_URL named it: then it must work. One of our own that does not start only takes its tests away. */
  given: boolean;
}

export interface TestServer {
  /** File that appears, complete, when the server is ready or has failed: some time after it was asked for. */
  notice: string;
  stop(): Promise<void>;
}

/** A store test asks for the server by writing this file; a run without one never starts it. */
export const askedFor = (notice: string): string => `${notice}.asked-for`;

/**
 * Finds a server PostgreSQL, or makes ready to start one when a test asks for it.
 * TEST_DATABASE_URL wins; else the newest Debian binaries start a cluster of our own on a free loopback port.
 * @returns null when neither is here
 */
export async function offerServer(runFolder: string): Promise<TestServer | null> {
  const given = process.env.TEST_DATABASE_URL;
  const cluster = given === undefined ? await findCluster(join(runFolder, 'cluster')) : null;
  if (given === undefined && cluster === null) return null;
  const notice = join(runFolder, 'server.json');
  let started: Promise<Started> | null = null;
  const watch = setInterval(() => {
    if (!existsSync(askedFor(notice))) return;
    clearInterval(watch);
    started = start(given ?? cluster?.url ?? '', cluster, notice);
  }, 50);
  return {
    notice,
    async stop() {
      clearInterval(watch);
      const server = await started;
      if (server === null) return;
      if (cluster === null && server.said.url !== null) await dropCopies(server.said.url, server.said.template);
      if (server.child !== null) await end(server.child);
    },
  };
}

interface Started {
  child: ChildProcess | null;
  said: ServerNotice;
}

async function start(url: string, cluster: Cluster | null, notice: string): Promise<Started> {
  const said: ServerNotice = {
    url: null,
    template: `wardroom_template_${process.pid}`,
    because: '',
    given: cluster === null,
  };
  let child: ChildProcess | null = null;
  try {
    if (cluster !== null) child = await startCluster(cluster);
    await makeTemplate(url, said.template);
    said.url = url;
  } catch (error) {
    said.because = error instanceof Error ? error.message : String(error);
  }
  if (said.url === null) process.stdout.write(`The server PostgreSQL did not start: ${said.because}\n`);
  await writeFile(`${notice}.draft`, JSON.stringify(said));
  await rename(`${notice}.draft`, notice);
  return { child, said };
}

interface Cluster {
  binaries: string;
  folder: string;
  port: number;
  url: string;
  /** PostgreSQL refuses to run as root: then this user runs it. */
  user: { uid: number; gid: number } | null;
}

async function findCluster(folder: string): Promise<Cluster | null> {
  const versions = await readdir('/usr/lib/postgresql').catch(() => []);
  const newest = versions.map(Number).sort((a, b) => b - a)[0];
  if (newest === undefined) return null;
  const user = process.getuid?.() === 0 ? await findUser('postgres') : null;
  if (process.getuid?.() === 0 && user === null) return null;
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  return { binaries: `/usr/lib/postgresql/${newest}/bin`, folder, port, url, user };
}

async function findUser(name: string): Promise<{ uid: number; gid: number } | null> {
  try {
    const [uid, gid] = await Promise.all([execute('id', ['-u', name]), execute('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

async function startCluster({ binaries, folder, port, user }: Cluster): Promise<ChildProcess> {
  await mkdir(folder, { mode: 0o700 });
  if (user !== null) {
    await chown(folder, user.uid, user.gid);
    await chmod(join(folder, '..'), 0o711);
  }
  const identity = user ?? {};
  await execute(
    join(binaries, 'initdb'),
    ['-D', folder, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
    { ...identity, cwd: '/', env: {} },
  );
  const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, 'fsync=off'];
  const child = spawn(
    join(binaries, 'postgres'),
    ['-D', folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...identity, cwd: '/', env: {}, stdio: 'ignore' },
  );
  return child;
}

/** Waits for the server for up to twenty seconds, then makes the database that others are copied from. */
async function makeTemplate(url: string, template: string): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await administer(url, `create database ${template}`);
      break;
    } catch (error) {
      if (attempt === 200 || !isStarting(error)) throw error;
      await pause(100);
    }
  }
  const templateUrl = new URL(url);
  templateUrl.pathname = `/${template}`;
  const records = new Kysely({
    dialect: recordsDialect(serverConnections(templateUrl.href, null), { kind: 'system' }),
  });
  await migrate(records);
  await records.destroy();
}

function isStarting(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return code === 'ECONNREFUSED' || code === '57P03';
}

/** Drops the template and its copies, which are kept for one file of tests after another. */
async function dropCopies(url: string, template: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where datname = $1 or starts_with(datname, $1 || '_')`,
    [template],
  );
  await client.end();
  for (const { name } of rows) await administer(url, `drop database if exists ${name} with (force)`);
}

/** Runs one statement that no transaction may hold, such as `create database`. */
export async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  await ended;
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
