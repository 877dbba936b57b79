import { randomBytes } from 'node:crypto';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { openDatabase } from '../../../src/platform/database/index.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import { administer } from '../../server-postgresql.ts';

/** A data folder, with the records in it or in a database of a server. */
export interface Instance {
  dataFolder: string;
  url: string | null;
}

/** Where records are made, copied and removed: in data folders, or on a server PostgreSQL. */
export interface Store {
  name: 'embedded' | 'server';
  empty(): Promise<Instance>;
  copy(from: Instance): Promise<Instance>;
  remove(instance: Instance): Promise<void>;
}

/** @param template data folder with empty records to begin from; null makes them */
export function embeddedStore(folder: string, template: string | null): Store {
  const newFolder = () => mkdtemp(join(folder, 'killed-'));
  const copyOf = async (path: string): Promise<Instance> => {
    const dataFolder = await newFolder();
    await cp(path, dataFolder, { recursive: true });
    return { dataFolder, url: null };
  };
  return {
    name: 'embedded',
    empty: async () => (template === null ? { dataFolder: await newFolder(), url: null } : copyOf(template)),
    copy: ({ dataFolder }) => copyOf(dataFolder),
    remove: ({ dataFolder }) => rm(dataFolder, { recursive: true, force: true }),
  };
}

/**
 * @param url of a database of the server
 * @param template name of an empty database to begin from
 */
export function serverStore(folder: string, url: string, template: string): Store {
  const create = async (from: string): Promise<Instance> => {
    const name = `wardroom_killed_${randomBytes(6).toString('hex')}`;
    await administer(url, `create database ${name} template ${from}`);
    const own = new URL(url);
    own.pathname = `/${name}`;
    return { dataFolder: await mkdtemp(join(folder, 'killed-')), url: own.href };
  };
  const nameOf = ({ url: own }: Instance): string => new URL(own ?? '').pathname.slice(1);
  return {
    name: 'server',
    empty: () => create(template),
    async copy(from) {
      const made = await create(nameOf(from));
      await cp(from.dataFolder, made.dataFolder, { recursive: true });
      return made;
    },
    async remove(instance) {
      await administer(url, `drop database ${nameOf(instance)} with (force)`);
      await rm(instance.dataFolder, { recursive: true, force: true });
    },
  };
}

/** Opens the records anew, once no process that was killed is still being ended by the server. */
export async function withPlatform<T>(
  { dataFolder, url }: Instance,
  work: (platform: Platform) => Promise<T>,
): Promise<T> {
  await mkdir(dataFolder, { recursive: true });
  const { system: records, close } = await openDatabase({ dataFolder, databaseUrl: url });
  try {
    const platform = {
      records,
      dataFolder,
      actor: 'cli:test',
      principal: { kind: 'wardroom' } as const,
      now: () => new Date('2026-04-01T12:00:00Z'),
    };
    if (url !== null) while (await isVisited(platform)) await pause(20);
    return await work(platform);
  } finally {
    await close();
  }
}

async function isVisited({ records }: Platform): Promise<boolean> {
  const { rows } = await sql<{ others: string }>`
    select count(*)::text as others from pg_stat_activity
    where datname = current_database() and backend_type = 'client backend' and state <> 'idle'
      and pid <> pg_backend_pid()`.execute(records);
  return rows[0]?.others !== '0';
}
