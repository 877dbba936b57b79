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
  return database;
}

const write = (records: Records, subject: string) =>
  sql`insert into platform.audit (actor, action, subject) values ('anna', 'test', ${subject})`.execute(records);
const subjects = async (records: Records) =>
  (await sql<{ subject: string }>`select subject from platform.audit order by id`.execute(records)).rows.map(
    (row) => row.subject,
  );

it('gives two openings of one folder the same records, transactions apart', async () => {
  const owner = await open();
  const visitor = await open();
  expect([owner.mode, visitor.mode]).toEqual(['embedded', 'embedded']);
  const add = ({ records }: Database, name: string) =>
    records.transaction().execute(async (trx) => {
      const before = (await subjects(trx)).length;
      await write(trx, `${name} after ${before}`);
    });
  await Promise.all([add(owner, 'owner'), add(visitor, 'visitor'), add(owner, 'owner'), add(visitor, 'visitor')]);
  const seen = await subjects(visitor.records);
  expect(seen.map((subject) => subject.replace(/^\w+ /, ''))).toEqual(['after 0', 'after 1', 'after 2', 'after 3']);
  expect(await subjects(owner.records)).toEqual(seen);
});

it('shows a visitor nothing of the owner’s unfinished transaction', async () => {
  const owner = await open();
  const visitor = await open();
  let seen: Promise<string[]> | undefined;
  const failing = owner.records.transaction().execute(async (trx) => {
    await write(trx, 'unfinished');
    seen = subjects(visitor.records);
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await seen).toEqual([]);
});

it('makes the visitor the owner when the owner leaves, without losing a statement', async () => {
  const owner = await open();
  const visitor = await open();
  await write(owner.records, 'owner');
  const writes = Array.from({ length: 20 }, (_, index) => write(visitor.records, `visitor ${index}`));
  await owner.close();
  await Promise.all(writes);
  const again = await open();
  expect(await subjects(again.records)).toEqual(['owner', ...writes.map((_, index) => `visitor ${index}`)]);
});

it('makes new records, in a folder that only its user may enter, when there are none', async () => {
  dataFolder = join(await mkdtemp(join(inject('runFolder'), 'new-')), 'deep', 'data');
  const { records } = await open();
  await write(records, 'first');
  expect(await subjects(records)).toEqual(['first']);
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
  await write(visitor.records, 'far away');
  expect(await subjects(owner.records)).toEqual(['far away']);
});

it('starts the records anew when they broke down, with everything that was acknowledged', async () => {
  const owner = await open();
  const visitor = await open();
  await write(owner.records, 'before');
  await sql`create function endless(i int) returns int language plpgsql as $$ begin return endless(i + 1); end $$`.execute(
    owner.records,
  );
  const breaking = owner.records.transaction().execute(async (trx) => {
    await write(trx, 'never');
    await sql`set max_stack_depth = '7MB'`.execute(trx);
    await sql`select endless(1)`.execute(trx);
  });
  await expect(breaking).rejects.toThrow('The embedded records broke down before they answered');
  await write(visitor.records, 'visitor');
  await write(owner.records, 'after');
  expect(await subjects(owner.records)).toEqual(['before', 'visitor', 'after']);
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
