import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Database, openDatabase } from '../../src/platform/database/index.ts';
import { administer, askedFor, offerServer, type ServerNotice } from '../../test/server-postgresql.ts';

/** Measures on a server PostgreSQL in a database of its own, dropped afterwards; says so when there is no server. */
export async function withServer(
  folder: string,
  measure: (database: Database, dataFolder: string) => Promise<void>,
): Promise<void> {
  const server = await offerServer(folder);
  if (server === null) return console.log('No server PostgreSQL here: TEST_DATABASE_URL names one.');
  try {
    await writeFile(askedFor(server.notice), '');
    while (!existsSync(server.notice)) await pause(100);
    const { url, because } = JSON.parse(await readFile(server.notice, 'utf8')) as ServerNotice;
    if (url === null) return console.log(`The server PostgreSQL did not start: ${because}`);
    const own = new URL(url);
    own.pathname = `/wardroom_bench_${process.pid}`;
    await administer(url, `create database ${own.pathname.slice(1)}`);
    const dataFolder = join(folder, 'served');
    await mkdir(dataFolder);
    const database = await openDatabase({ dataFolder, databaseUrl: own.href });
    await measure(database, dataFolder);
    await database.close();
    await administer(url, `drop database ${own.pathname.slice(1)} with (force)`);
  } finally {
    await server.stop();
  }
}
