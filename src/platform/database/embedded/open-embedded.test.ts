import { mkdtemp, rename, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { emptyDataFolder } from '../../../../test/builders/records.ts';
import { type Database, openDatabase, type Records } from '../index.ts';
import { takeFolderLock } from './folder-lock.ts';
import { openEmbedded } from './open-embedded.ts';
import { prepareSocketPlace } from './socket-place.ts';

let dataFolder = '';
let opened: Database[] = [];

beforeEach(async () => {
  dataFolder = await emptyDataFolder();
  opened = [];
});
afterEach(async () => {
  for (const database of opened) await database.close();
});

async function open(): Promise<Database> {
  const database = await openDatabase({ dataFolder, databaseUrl: null });
  opened.push(database);
  await sql`create table if not exists public.note (id int generated always as identity, subject text)`.execute(
    database.system,
  );
  return database;
}

const write = (records: Records, subject: string) =>
  sql`insert into public.note (subject) values (${subject})`.execute(records);
const subjects = async (records: Records) =>
  (await sql<{ subject: string }>`select subject from public.note order by id`.execute(records)).rows.map(
    (row) => row.subject,
  );

it('gives two openings of one folder the same records, transactions apart', async () => {
  const owner = await open();
  const visitor = await open();
  expect([owner.mode, visitor.mode]).toEqual(['embedded', 'embedded']);
  const add = ({ system }: Database, name: string) =>
    system.transaction().execute(async (trx) => {
      const before = (await subjects(trx)).length;
      await write(trx, `${name} after ${before}`);
    });
  await Promise.all([add(owner, 'owner'), add(visitor, 'visitor'), add(owner, 'owner'), add(visitor, 'visitor')]);
  const seen = await subjects(visitor.system);
  expect(seen.map((subject) => subject.replace(/^\w+ /, ''))).toEqual(['after 0', 'after 1', 'after 2', 'after 3']);
  expect(await subjects(owner.system)).toEqual(seen);
});

it('shows a visitor nothing of the owner’s unfinished transaction', async () => {
  const owner = await open();
  const visitor = await open();
  let seen: Promise<string[]> | undefined;
  const failing = owner.system.transaction().execute(async (trx) => {
    await write(trx, 'unfinished');
    seen = subjects(visitor.system);
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await seen).toEqual([]);
});

it('makes the visitor the owner when the owner leaves, without losing a statement', async () => {
  const owner = await open();
  const visitor = await open();
  await write(owner.system, 'owner');
  const writes = Array.from({ length: 20 }, (_, index) => write(visitor.system, `visitor ${index}`));
  await owner.close();
  await Promise.all(writes);
  const again = await open();
  expect(await subjects(again.system)).toEqual(['owner', ...writes.map((_, index) => `visitor ${index}`)]);
});

it('makes new records, in a folder that only its user may enter, when there are none', async () => {
  dataFolder = join(await mkdtemp(join(inject('runFolder'), 'new-')), 'deep', 'data');
  const { system } = await open();
  await write(system, 'first');
  expect(await subjects(system)).toEqual(['first']);
  for (const folder of [dataFolder, join(dataFolder, 'records')]) {
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  }
  expect((await stat(join(dataFolder, 'socket', 'records'))).mode & 0o777).toBe(0o600);
});

it('says who holds the records when the holder does not answer', async () => {
  const lock = await takeFolderLock(dataFolder);
  await expect(openEmbedded(dataFolder, 100)).rejects.toThrow(
    `The records in ${dataFolder} are held by process ${process.pid}, which does not answer`,
  );
  // Now it lets others connect, and says nothing.
  const silent = createServer();
  const place = await prepareSocketPlace(dataFolder);
  await new Promise<void>((resolve) => silent.listen(place, resolve));
  await expect(openEmbedded(dataFolder, 100)).rejects.toThrow('which does not answer');
  silent.close();
  if (lock.kind === 'taken') lock.release();
});

it('works where the path is too long for a socket', async () => {
  const long = `${dataFolder}-${'x'.repeat(100)}`;
  await rename(dataFolder, long);
  dataFolder = long;
  const owner = await open();
  const visitor = await open();
  await write(visitor.system, 'far away');
  expect(await subjects(owner.system)).toEqual(['far away']);
});

it('starts the records anew when they broke down, with everything that was acknowledged', async () => {
  const owner = await open();
  const visitor = await open();
  await write(owner.system, 'before');
  await sql`create function endless(i int) returns int language plpgsql as $$ begin return endless(i + 1); end $$`.execute(
    owner.system,
  );
  const breaking = owner.system.transaction().execute(async (trx) => {
    await write(trx, 'never');
    await sql`set max_stack_depth = '7MB'`.execute(trx);
    await sql`select endless(1)`.execute(trx);
  });
  await expect(breaking).rejects.toThrow('The embedded records broke down before they answered');
  await write(visitor.system, 'visitor');
  await write(owner.system, 'after');
  expect(await subjects(owner.system)).toEqual(['before', 'visitor', 'after']);
});

it.skipIf(process.platform !== 'linux')('refuses at once a folder that the system will not make', async () => {
  await expect(openEmbedded('/proc/wardroom/data')).rejects.toThrow(
    /^The data folder \/proc\/wardroom\/data cannot be written \(ENOENT.*name another\.$/,
  );
});

it('refuses a file where the folder should be', async () => {
  const file = join(dataFolder, 'lock.duckdb');
  await writeFile(file, '');
  await expect(openEmbedded(file)).rejects.toThrow('cannot be written (EEXIST');
});

it('begins as the role that owns no table, also when the records are opened again', async () => {
  const role = async ({ records }: Database) => (await sql`select current_user as role`.execute(records)).rows;
  const first = await open();
  const visitor = await open();
  expect(await role(first)).toEqual([{ role: 'wardroom_app' }]);
  await first.close();
  expect(await role(visitor)).toEqual([{ role: 'wardroom_app' }]);
  expect(await role(await open())).toEqual([{ role: 'wardroom_app' }]);
});
