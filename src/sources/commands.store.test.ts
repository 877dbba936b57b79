import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ImportDesk, openImportDesk } from '../../test/builders/import-desk.ts';
import { emptyRecords } from '../../test/builders/records.ts';
import { runCommands } from '../../test/builders/run-commands.ts';
import { madeOlderBoundaries, madeStreetFile, madeWardBoundaries } from '../../test/builders/street-files.ts';
import { madeWardFile } from '../../test/journey/made-files.ts';
import { ensureReferenceUnit } from '../organisation/service.ts';
import { importCommands } from './commands.ts';
import { listImports } from './service.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openImportDesk(await emptyRecords());
});
afterEach(() => desk.close());

const run = (...args: string[]) => runCommands(importCommands, desk.platform, ['import', ...args]);
const path = async (name: string, content: string) => (await desk.file(name, content)).path;

it('imports files as JSON for machines', async () => {
  const said = await run(await path('wards.geojson', madeWardBoundaries()), '--vintage', 'May 2022', '--json');
  expect(said).toMatchObject({
    exitCode: 0,
    errors: [],
    opened: 1,
    closed: 1,
    json: {
      vintage: 'May 2022',
      dryRun: false,
      imports: [
        {
          id: '1',
          file: 'wards.geojson',
          recognisedAs: 'ward boundaries: wards from May 2022',
          rowsRead: 2,
          rowsUsed: 2,
          refused: [],
          notices: [],
          supersededMonths: [],
        },
      ],
    },
  });
});

it('says in words what came of it, and keeps nothing of a dry run', async () => {
  const said = await run('--dry-run', await path('wards.geojson', madeWardBoundaries()));
  expect(said.lines[0]).toBe('wards.geojson: ward boundaries: wards from May 2022');
  expect(said.lines.at(-1)).toContain('this was a dry run');
  expect(await listImports(desk.platform.records)).toEqual([]);
});

it('places incidents in the ward set asked for', async () => {
  const said = await run(
    await path('wards.geojson', madeWardBoundaries()),
    await path('older.geojson', madeOlderBoundaries()),
    await path('crimes.csv', madeStreetFile([{ id: 'a' }])),
    '--boundaries',
    'wards-2014',
    '--json',
  );
  const [street] = (await listImports(desk.platform.records)).filter(({ kind }) => kind === 'street');
  expect(said.exitCode).toBe(0);
  expect(street?.boundaryVersions).toEqual(['wards-2014']);
});

it('lists imports and takes them back by number and by vintage', async () => {
  expect((await run('list')).lines).toEqual(['Nothing was imported yet.']);
  await run(await path('wards.geojson', madeWardBoundaries()), '--vintage', 'new');
  await run(await path('older.geojson', madeOlderBoundaries()), '--vintage', 'old');
  expect((await run('revert', 'old')).lines).toEqual(['Taken back: older.geojson (import 2, vintage "old").']);
  expect((await run('revert', '1', '--json')).json).toMatchObject({ reverted: [{ id: '1', vintage: 'new' }] });
  const listed = (await run('list')).lines;
  expect(listed).toHaveLength(4);
  expect(listed[2]).toMatch(/^ +2 {2}2026-04-01 {2}old +older.geojson .* taken back on 2026-04-01 by cli:test$/);
  expect((await run('list', '--json')).json).toMatchObject({ imports: [{ id: '2' }, { id: '1' }] });
});

it('says in the list what is shown, and what a later vintage stands in for', async () => {
  await run(await path('wards.geojson', madeWardBoundaries()), '--vintage', 'old');
  await run(await path('again.geojson', ` ${madeWardBoundaries()}`), '--vintage', 'new');
  const listed = (await run('list')).lines;
  expect(listed[2]).toMatch(/again[.]geojson .* in use$/);
  expect(listed[3]).toMatch(/wards[.]geojson .* superseded by again[.]geojson$/);
  expect((await run('list', '--json')).json).toMatchObject({
    imports: [{ state: { kind: 'in use' } }, { state: { kind: 'superseded', by: ['again.geojson'] } }],
  });
});

it('says what a dry run would change, in words and for machines', async () => {
  await ensureReferenceUnit({ ...desk.platform, records: desk.system });
  const file = await path('wards.csv', madeWardFile());
  const said = await run(file, '--dry-run', '--vintage', 'March');
  expect(said.lines).toContain('What would change:');
  expect(said.lines.join('\n')).toMatch(
    / {2}New months for \d+ measures \(wards from May 2022\): January 2024 to December 2025[.]/,
  );
  expect((await run(file, '--dry-run', '--json')).json).toMatchObject({
    changes: {
      heldAlready: 0,
      measures: expect.arrayContaining([
        expect.objectContaining({ measure: 'burglary', boundaryVersion: 'wards-2022', changedValues: 0 }),
      ]),
    },
  });
  expect((await run(file, '--json')).json).toMatchObject({ changes: null });
  expect((await run(file, '--dry-run', '--json')).json).toMatchObject({ changes: { heldAlready: 1, measures: [] } });
});

it('gives the rows left out as CSV, by reason, to the terminal or to a new file', async () => {
  const bad = (kind: string) => `${kind},${kind},@SUM(1),E0501XXXX,Camden${',1'.repeat(24)}`;
  const file = await path(
    'wards.csv',
    `${madeWardFile()}${bad('ROBBERY')}\n${bad('BURGLARY')}\n@x\n,,,,${',1'.repeat(24)}\n`,
  );
  const imported = (await run(file, '--json')).json as { imports: { refused: { reason: string; count: number }[] }[] };
  const reasons = imported.imports[0]?.refused ?? [];
  const all = (await run('left-out', '1')).lines;
  expect(all).toHaveLength(1 + reasons.reduce((sum, { count }) => sum + count, 0));
  expect(all.some((line) => line.endsWith(",'@x"))).toBe(true);
  const target = `${file}.left-out.csv`;
  const first = reasons[0];
  await run('left-out', '1', '--reason', first?.reason ?? '', '--csv', target);
  expect((await readFile(target, 'utf8')).trimEnd().split('\r\n')).toHaveLength(1 + (first?.count ?? 0));
  await expect(run('left-out', '1', '--csv', target)).rejects.toThrow('is there already: name another file');
  await expect(run('left-out', '1', '--csv', `${file}/x`)).rejects.toThrow('cannot be written');
  expect(await run('left-out', '9')).toMatchObject({
    exitCode: 1,
    errors: ['There is no import "9": "wardroom import list" names them.'],
  });
  await run('revert', '1');
  expect(await run('left-out', '1')).toMatchObject({
    exitCode: 1,
    errors: [expect.stringContaining('Import 1 was taken back, and the rows left out of it with it')],
  });
});

it('closes the records when a file is refused, and lets the sentence through', async () => {
  await expect(run(await path('x.csv', 'a,b\n'))).rejects.toThrow('"x.csv" is not a file Wardroom knows');
  await expect(run('revert', '7')).rejects.toThrow('There is no import or vintage "7"');
});

it('tells wrong usage apart', async () => {
  expect(await run()).toMatchObject({ exitCode: 2, errors: [expect.stringContaining('Name at least one file')] });
  expect(await run('x.csv', '--boundaries', 'wards-1066')).toMatchObject({ exitCode: 2, opened: 0 });
  expect(await run('x.csv', '--nonsense')).toMatchObject({ exitCode: 2, opened: 0 });
});
