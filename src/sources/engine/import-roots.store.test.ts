import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ImportDesk, openImportDesk } from '../../../test/builders/import-desk.ts';
import { describeStores } from '../../../test/builders/records.ts';
import { madeOlderBoundaries, madeStreetFile, madeWardBoundaries } from '../../../test/builders/street-files.ts';
import type { ImportsCheck } from '../../platform/audit/index.ts';
import { importFiles, revertImport } from '../service.ts';
import { readFiguresRoot } from './import-root-store.ts';
import { checkImportRoots, rootOlderImports } from './import-roots-service.ts';

describeStores('what the audit wrote down of imports', (open) => {
  let desk: ImportDesk;
  beforeEach(async () => {
    desk = await openImportDesk(await open());
  });
  afterEach(() => desk.close());

  const check = (): Promise<ImportsCheck> => checkImportRoots(desk.system, desk.platform.dataFolder);
  const keep = async (name: string, content: string, vintage: string) =>
    importFiles(desk.platform, [await desk.file(name, content)], { vintage });
  /** Wards and crimes placed in them, in two commands: imports 1 and 2. */
  const filled = async () => {
    await keep('wards.geojson', madeWardBoundaries(), 'w');
    await keep('crimes.csv', madeStreetFile([{ id: 'a' }, { id: 'b', at: 'belsize' }]), 'v');
  };

  it('is what is held after an import, after wards that come later, and after each is taken back', async () => {
    const fits = (checked: number) => expect.objectContaining({ checked, withoutRoot: 0, differing: [] });
    expect(await check()).toEqual(fits(0));
    await filled();
    expect(await check()).toEqual(fits(2));
    await keep('older.geojson', madeOlderBoundaries(), 'o');
    expect(await check()).toEqual(fits(3));
    await revertImport(desk.platform, 'o');
    expect(await check()).toEqual(fits(2));
    await revertImport(desk.platform, 'v');
    await revertImport(desk.platform, 'w');
    expect(await check()).toEqual(fits(0));
  });

  it('is one entry for each command, with a root of figures for each import and one of its files in the lake', async () => {
    await filled();
    const { rows } = await sql<{ detail: string }>`
      select detail from platform.audit where action = 'sources.import' order by seq`.execute(desk.system);
    const HASH = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(rows.map(({ detail }) => JSON.parse(detail).roots)).toEqual([
      { 1: { figures: HASH } },
      { 2: { figures: HASH, lake: HASH } },
    ]);
  });

  it.each([
    ['update measures.series set values[1] = 7 where import_id = 2 and area_code = $$E05013698$$', 2],
    ["update measures.series set category = category || ' ' where import_id = 2", 2],
    ['delete from measures.series where ctid = (select min(ctid) from measures.series where import_id = 2)', 2],
    ['update measures.coverage set total = total + 1 where import_id = 2', 2],
    ["update geography.boundary set name = 'Elsewhere' where import_id = 1 and code = 'E05013698'", 1],
    ["update measures.holding set categories = '{}' where import_id = 2", 2],
    ['update measures.holding set totals[1] = 7 where import_id = 2', 2],
    ["insert into measures.finding values (2, 'wards-2022', 'metropolitan', '2024-01', 'absent')", 2],
    ['update sources.import set rows_used = rows_used - 1 where id = 1', 1],
    ["update sources.import set file = 'other.csv' where id = 2", 2],
  ])('tells by name of an import that somebody changed: %s', async (damage, id) => {
    await filled();
    await sql.raw(damage).execute(desk.system);
    const { differing } = await check();
    expect(differing).toHaveLength(1);
    expect(differing[0]).toMatch(new RegExp(`^Import ${id} \\(".*"\\) holds other figures than the audit wrote down`));
  });

  it('tells of a file in the lake that was changed', async () => {
    await filled();
    const [file = ''] = (await desk.filesKept()).filter((path) => path.endsWith('.parquet'));
    await appendFile(join(desk.platform.dataFolder, file), 'x');
    expect((await check()).differing).toEqual([
      'Import 2 ("crimes.csv") has other files in the lake than the audit wrote down: import its file again.',
    ]);
  });

  it('tells of an import that no entry brought, and of figures of one that was taken back', async () => {
    await filled();
    await sql`insert into sources.import (vintage, file, sha256, kind, recognised_as, rows_read, rows_used, refused,
      notices, boundary_versions, imported_by) values ('f', 'forged.csv', 'x', 'mps-ward', 'x', 1, 1, '[]', '[]', '{}', 'b')`.execute(
      desk.system,
    );
    await revertImport(desk.platform, 'v');
    await sql`insert into measures.series (import_id, boundary_version, area_code, category, publisher, first_month, values)
      values (2, 'wards-2022', 'E05013698', 'burglary', 'metropolitan', '2024-01', '{9}')`.execute(desk.system);
    expect((await check()).differing).toEqual([
      'Import 3 ("forged.csv") is held, but no entry of the audit brought it.',
      'Figures of import 2 ("crimes.csv") are held, which was taken back.',
    ]);
  });

  const forget = () =>
    sql`alter table platform.audit disable trigger user;
      update platform.audit set detail = (detail::jsonb - 'roots' - 'chosen')::jsonb::text;
      alter table platform.audit enable trigger user`.execute(desk.system);

  it('is not expected of imports from before, until it is written down for them at a start, once', async () => {
    const own = { ...desk.platform, records: desk.system, actor: 'wardroom' };
    expect(await rootOlderImports(own)).toBe(0);
    await filled();
    expect(await rootOlderImports(own)).toBe(0);
    await forget();
    expect(await check()).toEqual({ checked: 0, withoutRoot: 2, changed: [], differing: [] });
    expect(await rootOlderImports(own)).toBe(2);
    expect(await rootOlderImports(own)).toBe(0);
    expect(await check()).toEqual({ checked: 2, withoutRoot: 0, changed: [], differing: [] });
    await sql`update measures.series set values[1] = 7 where import_id = 2`.execute(desk.system);
    expect((await check()).differing).toHaveLength(1);
  });

  const forge = (action: string, detail: object) =>
    sql`select platform.append_audit('imports', 'cli:anna', null, ${action}::text, 'v', null, null,
      ${JSON.stringify(detail)}::text)`.execute(desk.system);

  it.each(['sources.revert', 'sources.import', 'sources.root'])(
    'takes no new root from an entry of %s that changed nothing of it',
    async (action) => {
      await filled();
      await sql`update measures.series set values[1] = 7 where import_id = 2`.execute(desk.system);
      const figures = await readFiguresRoot(desk.system, '2');
      await forge(action, { roots: { 2: { figures } }, later: [{ import: 2 }], chosen: { v: figures } });
      expect((await check()).differing).toEqual([
        `Entry 4 (${action}, cli:anna) gives import 2 ("crimes.csv") other figures, but did nothing that changes them.`,
        'Import 2 ("crimes.csv") holds other figures than the audit wrote down: import its file again and compare.',
      ]);
    },
  );

  it('takes no entry for an import that brings it again or takes back what stays', async () => {
    await filled();
    await forge('sources.import', { imports: [{ id: 2 }], roots: { 2: { figures: 'f'.repeat(64) } } });
    expect((await check()).differing[0]).toBe(
      'Entry 4 (sources.import, cli:anna) says again that import 2 was brought.',
    );
    await forge('sources.revert', { imports: [{ id: 1 }, { id: 9 }] });
    expect((await check()).differing).toEqual(
      expect.arrayContaining([
        'Entry 5 (sources.revert, cli:anna) says that import 9 was taken back, which was not held then.',
        'Import 1 ("wards.geojson") is held, but entry 5 took it back.',
      ]),
    );
  });

  it('tells which roots changed for a cause, and with which entry', async () => {
    await filled();
    expect((await check()).changed).toEqual([]);
    await keep('older.geojson', madeOlderBoundaries(), 'o');
    await revertImport(desk.platform, 'o');
    expect(await check()).toMatchObject({
      changed: [
        'The figures of import 2 ("crimes.csv") changed with entry 4, when wards came that it was counted in (cli:test).',
        'The figures of import 2 ("crimes.csv") changed with entry 5, when wards were taken back (cli:test).',
      ],
      differing: [],
    });
  });

  it('tells of an import that went without an entry, whether its row stays or not', async () => {
    await filled();
    await sql`update sources.import set reverted_at = now(), reverted_by = 'x' where id = 2;
      delete from measures.series where import_id = 2; delete from measures.coverage where import_id = 2;
      delete from measures.holding where import_id = 2; delete from measures.finding where import_id = 2;
      delete from sources.lake_file where import_id = 2`.execute(desk.system);
    const gone = ['Import 2, which entry 3 brought, is gone, but no entry took it back.'];
    expect((await check()).differing).toEqual(gone);
    await sql`delete from sources.import where id = 2`.execute(desk.system);
    expect((await check()).differing).toEqual(gone);
  });

  it('tells of another choice between the files of a vintage', async () => {
    await filled();
    await keep('more.csv', madeStreetFile([{ id: 'a' }, { id: 'b' }, { id: 'c' }]), 'v');
    expect((await check()).differing).toEqual([]);
    const given = await sql`select 1 from measures.given_up`.execute(desk.system);
    expect(given.rows).toHaveLength(1);
    await sql`update measures.given_up set import_id = by_import_id, by_import_id = import_id`.execute(desk.system);
    expect((await check()).differing).toEqual([
      'Other files of "v" are used for some months than the audit wrote down.',
    ]);
  });
});
