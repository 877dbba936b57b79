import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { type Lake, openLake } from '../../platform/lake/index.ts';
import { loadEntries } from './read-entries-store.ts';
import { joinRefusedRows, refusedRowsFile } from './refused-rows-store.ts';

const COLUMNS = ['one', 'two', 'three'];
let folder = '';
let lake: Lake;
beforeEach(async () => {
  folder = await mkdtemp(join(inject('runFolder'), 'refused-'));
  lake = await openLake(folder);
});
afterEach(async () => {
  await lake.close();
  await rm(folder, { recursive: true });
});

/** Reads files, and takes each row whose first field is "bad" for one that cannot be used. */
async function load(files: Record<string, string>): Promise<void> {
  const entries = Object.entries(files).map(([name, content], id) => ({ id, name, content, path: join(folder, name) }));
  for (const { path, content } of entries) await writeFile(path, content);
  await loadEntries(lake, entries, COLUMNS);
  await lake.query(`create or replace table fault as
    select rowid as row_at, 'bad' as reason from raw where one = 'bad'`);
}

async function refusedOf(files: Record<string, string>): Promise<string[]> {
  await load(files);
  const refused = refusedRowsFile(folder, { ofArchive: true });
  await refused.add(lake, COLUMNS);
  const path = refused.path();
  return path === null ? [] : (await readFile(path, 'utf8')).trimEnd().split('\n');
}

it('gives each row its line, also after lines that could not be read', async () => {
  const lines = [
    'one,two,three',
    'bad,2,3',
    'too,few',
    'more,than,three,columns',
    'bad,4,3',
    'good,5,3',
    'too,few',
    'bad,7,3',
    'bad,8,3',
  ];
  expect(await refusedOf({ 'a.csv': `${lines.join('\n')}\n`, 'b.csv': 'one,two,three\ngood,1,2\nbad,3,3\n' })).toEqual([
    'file,line,reason,text',
    'a.csv,2,bad,"bad,2,3"',
    'a.csv,3,a number of columns that is not the header’s,"too,few"',
    'a.csv,4,a number of columns that is not the header’s,"more,than,three,columns"',
    'a.csv,5,bad,"bad,4,3"',
    'a.csv,7,a number of columns that is not the header’s,"too,few"',
    'a.csv,8,bad,"bad,7,3"',
    'a.csv,9,bad,"bad,8,3"',
    'b.csv,3,bad,"bad,3,3"',
  ]);
});

it('keeps the order of a large file’s rows, which DuckDB reads in parts', async () => {
  const rows = Array.from({ length: 400_000 }, (_, n) =>
    n % 50_000 === 7 ? `bad,${n + 2},x` : `good,${n + 2},xxxxxxxx`,
  );
  const refused = await refusedOf({ 'large.csv': `one,two,three\n${rows.join('\n')}\n` });
  expect(refused.slice(1)).toEqual(
    Array.from({ length: 8 }, (_, n) => `large.csv,${n * 50_000 + 9},bad,"bad,${n * 50_000 + 9},x"`),
  );
});

it('writes a row again as its file had it where quotation marks are needed', async () => {
  const [, row] = await refusedOf({ 'a.csv': 'one,two,three\nbad,"a ""word"", said",\n' });
  expect(row).toBe('a.csv,2,bad,"bad,""a """"word"""", said"","');
});

it('leaves the file’s name out where there is but one file, and grows batch by batch', async () => {
  const refused = refusedRowsFile(folder, { ofArchive: false });
  expect(refused.path()).toBeNull();
  await load({ 'a.csv': 'one,two,three\ngood,1,2\n' });
  await refused.add(lake, COLUMNS);
  expect(refused.path()).toBeNull();
  for (const name of ['b.csv', 'c.csv']) {
    await load({ [name]: 'one,two,three\nbad,1,2\n' });
    await refused.add(lake, COLUMNS);
  }
  expect(await readFile(refused.path() ?? '', 'utf8')).toBe('line,reason,text\n2,bad,"bad,1,2"\n2,bad,"bad,1,2"\n');
});

it('joins files with one first line', async () => {
  const paths = ['x.csv', 'y.csv', 'z.csv'].map((name) => join(folder, name));
  for (const path of paths) await writeFile(path, `line,reason,text\n2,bad,${path.at(-5)}\n`);
  const target = join(folder, 'all.csv');
  expect(await joinRefusedRows([], target)).toBeNull();
  expect(await joinRefusedRows(paths.slice(0, 1), target)).toBe(paths[0]);
  expect(await joinRefusedRows(paths, target)).toBe(target);
  expect(await readFile(target, 'utf8')).toBe('line,reason,text\n2,bad,x\n2,bad,y\n2,bad,z\n');
});

it('adds blank lines by their number in the file, and no more than were counted', async () => {
  const path = join(folder, 'blank.csv');
  await writeFile(path, 'a,b\r\n1,2\r\n\r\n3,4\r\n\r\n\r\n');
  const alone = refusedRowsFile(folder, { ofArchive: false });
  await alone.addBlank([{ path, name: 'x.csv' }], 'a blank line', 2);
  expect(await readFile(alone.path() ?? '', 'utf8')).toBe(
    'line,reason,text\n"3","a blank line",\n"5","a blank line",\n',
  );
  const none = refusedRowsFile(folder, { ofArchive: true });
  await none.addBlank([{ path, name: 'x.csv' }], 'a blank line', 0);
  expect(none.path()).toBeNull();
});
