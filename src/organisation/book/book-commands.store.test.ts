import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { actingFor } from '../../../test/builders/book-places.ts';
import { type EmptyRecords, emptyRecords } from '../../../test/builders/records.ts';
import { runCommands } from '../../../test/builders/run-commands.ts';
import { testPlatform } from '../../../test/builders/test-platform.ts';
import { ensureReferenceAreas } from '../../geography/service.ts';
import { ensureReferenceUnit } from '../service.ts';
import { bookCommands } from './book-commands.ts';

let opened: EmptyRecords;
let folder: string;
beforeAll(async () => {
  opened = await emptyRecords();
  const system = { ...testPlatform(opened.database), records: opened.records };
  await ensureReferenceAreas(system);
  await ensureReferenceUnit(system);
  folder = await mkdtemp(join(inject('runFolder'), 'book-'));
  await writeFile(
    join(folder, 'p.csv'),
    'reference,title,rank,strand,duty,first_day\nP1,"=Officer",Constable,neighbourhoods,ward,2024-01-01\n',
  );
  await writeFile(join(folder, 'notes.txt'), 'not a file of the book');
});
afterAll(() => opened.close());

const run = (...args: string[]) =>
  runCommands(
    (program, open, output) => bookCommands(program.command('organisation'), { open, output }),
    testPlatform(opened.database, { principal: actingFor('command') }),
    ['organisation', ...args],
  );

it('says row by row what a dry run would do, and nothing was imported', async () => {
  const said = await run('import', folder, '--dry-run');
  expect(said.exitCode).toBe(0);
  expect(said.lines.join('\n')).toContain('added: post P1');
  expect(said.lines.at(-1)).toContain('would be imported; nothing was changed.');
  expect((await run('imports')).lines).toEqual(['No post book was imported yet.']);
});

it('imports, lists the import, exports, and finds the export unchanged', async () => {
  expect((await run('import', folder, '--json')).json).toMatchObject({
    kind: 'imported',
    counts: { posts: { added: 1 } },
  });
  expect((await run('imports', '--json')).json).toMatchObject({ imports: [{ counts: { posts: { added: 1 } } }] });
  const out = join(folder, 'out');
  // A commander reads duties, and so nothing is left out.
  expect((await run('export', out)).lines).toEqual([`3 files written to ${out}.`]);
  expect((await readdir(out)).sort()).toEqual(['book.csv', 'posts.csv', 'units.csv']);
  expect(await readFile(join(out, 'posts.csv'), 'utf8')).toContain("P1,'=Officer,Constable");
  expect((await run('import', out, '--json')).json).toMatchObject({ differences: [] });
  const again = await run('export', out);
  expect([again.exitCode, again.errors[0]]).toEqual([2, expect.stringContaining('has a file book.csv already')]);
});

it('names each bad line with exit code 1, fifty of them and the count of the rest, and on one line each', async () => {
  const bad = join(folder, 'bad.csv');
  const lines = Array.from({ length: 60 }, (_, at) => `P${at},Two lines,Genral,neighbourhoods,ward,2024-01-01`);
  await writeFile(bad, `reference,title,rank,strand,duty,first_day\n${lines.join('\n')}\n`);
  const said = await run('import', bad);
  expect([said.exitCode, said.errors.length, said.lines]).toEqual([1, 52, []]);
  expect(said.errors[0]).toMatch(/^bad\.csv, line 2: rank: "Genral" is no rank/);
  expect(said.errors.slice(-2)).toEqual(['And 10 lines more like these.', 'Nothing was imported.']);
  expect((await run('import', bad, '--json')).json).toMatchObject({ kind: 'refused', total: 60 });
});

it('tells a wrong path, an archive and a unit that is not there as wrong usage', async () => {
  const archive = join(folder, 'book.zip');
  await writeFile(archive, 'PK');
  for (const [args, said] of [
    [['import', join(folder, 'nowhere')], 'There is no'],
    [['import', archive], 'unpack it'],
    [['import', folder, '--unit', 'Nowhere'], 'There is no command unit "Nowhere"'],
    [['export', join(folder, 'x'), '--unit', 'Nowhere'], 'There is no command unit "Nowhere"'],
  ] as const) {
    const refused = await run(...args);
    expect([refused.exitCode, refused.errors[0]]).toEqual([2, expect.stringContaining(said)]);
    expect(refused.closed).toBe(refused.opened);
  }
});
