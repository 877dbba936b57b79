import { mkdtemp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'kysely';
import { expect, inject, it } from 'vitest';
import { describeStores } from '../../../test/builders/records.ts';
import type { Records } from './index.ts';
import { migrate } from './migrate.ts';

async function migrationsFolder(files: Record<string, string>): Promise<URL> {
  const folder = await mkdtemp(join(inject('runFolder'), 'migrations-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return pathToFileURL(`${folder}/`);
}

/** Back to before the first migration, so that the test's own list is the whole list. */
async function forget(records: Records): Promise<void> {
  await sql`delete from migration`.execute(records);
  await sql`drop table if exists public.log, public.log_copy`.execute(records);
}

const done = async (records: Records) =>
  (await sql<{ name: string }>`select name from migration order by name`.execute(records)).rows.map((row) => row.name);

describeStores('migrate', (open) => {
  it('runs each file once, in the order of names, several statements in one', async () => {
    const { records } = await open();
    await forget(records);
    const folder = await migrationsFolder({
      '0002-fill.sql': "insert into public.log values ('second'); insert into public.log values ('third');",
      '0001-make.sql': "create table public.log (line text); insert into public.log values ('first');",
      'README.md': 'not a migration',
    });
    await migrate(records, folder);
    await migrate(records, folder);
    const lines = await sql`select line from public.log`.execute(records);
    expect(lines.rows).toEqual([{ line: 'first' }, { line: 'second' }, { line: 'third' }]);
    expect(await done(records)).toEqual(['0001-make', '0002-fill']);
  });

  it('does it once when two start at the same time', async () => {
    const { records } = await open();
    await forget(records);
    const folder = await migrationsFolder({ '0001-make.sql': 'create table public.log (line text);' });
    await Promise.all([migrate(records, folder), migrate(records, folder), migrate(records, folder)]);
    expect(await done(records)).toEqual(['0001-make']);
  });

  it('changes nothing when one fails, and names it in one sentence', async () => {
    const { records } = await open();
    await forget(records);
    const folder = await migrationsFolder({
      '0001-make.sql': 'create table public.log (line text);',
      '0002-break.sql': 'create table public.log_copy (line text); alter table public.nowhere add column a text;',
    });
    await expect(migrate(records, folder)).rejects.toThrow(
      'The migration 0002-break failed and nothing was changed: relation "public.nowhere" does not exist.',
    );
    const made = await sql`select to_regclass('public.log') as log, to_regclass('public.log_copy') as copy`.execute(
      records,
    );
    expect(made.rows).toEqual([{ log: null, copy: null }]);
    expect(await done(records)).toEqual([]);
  });

  it('refuses records that a newer Wardroom wrote', async () => {
    const { records } = await open();
    await sql`insert into migration values ('9999-from-the-future', '2099-01-01T00:00:00.000Z')`.execute(records);
    await expect(migrate(records)).rejects.toThrow(
      'The records were written by a newer Wardroom (its migration 9999-from-the-future is not known here): update Wardroom.',
    );
  });
});
