import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ImportDesk, openImportDesk } from '../../../test/builders/import-desk.ts';
import { madeOutcomeFile, madeSearchFile } from '../../../test/builders/incident-files.ts';
import { describeStores } from '../../../test/builders/records.ts';
import {
  madeOlderBoundaries,
  madeStreetFile,
  madeWardBoundaries,
  type StreetRow,
} from '../../../test/builders/street-files.ts';
import { madeZip } from '../../../test/builders/zip.ts';
import type { BoundaryVersion } from '../../geography/index.ts';
import { readSeries } from '../../measures/service.ts';
import { ensureReferenceUnit } from '../../organisation/service.ts';
import type { FileToImport } from '../model.ts';
import { importFiles, previewImport, revertImport } from '../service.ts';

let desk: ImportDesk;

const MIGRATION = readFileSync(new URL('../../../migrations/0011-wards-that-come-later.sql', import.meta.url), 'utf8');
const OLDER = 'E05000366';
const values = async (measure: string, areaCode: string, boundaryVersion: BoundaryVersion) => {
  const [series] = await readSeries(desk.platform.records, {
    measures: [measure],
    areaCodes: [areaCode],
    boundaryVersion,
  });
  return series?.values;
};
const file = (name: string, content: string | Uint8Array): Promise<FileToImport> => desk.file(name, content);
const wards = () => file('wards.geojson', madeWardBoundaries());
const older = () => file('older.geojson', madeOlderBoundaries());
const keep = (files: FileToImport[], vintage?: string) =>
  importFiles(desk.platform, files, vintage === undefined ? {} : { vintage });
const RAILWAY = 'British Transport Police';

/** Everything the records hold of figures, with the sets each import is placed in, whatever the numbers of imports. */
async function figures(): Promise<unknown> {
  const { rows } = await sql`
    select file, what, row from (
      select import_id, 'series' as what, to_jsonb(series) - 'import_id' as row from measures.series
      union all select import_id, 'coverage', to_jsonb(coverage) - 'import_id' from measures.coverage
      union all select import_id, 'holding', to_jsonb(holding) - 'import_id' from measures.holding
      union all select import_id, 'finding', to_jsonb(finding) - 'import_id' from measures.finding
      union all select import_id, 'given up', to_jsonb(given_up) - 'import_id' - 'by_import_id' from measures.given_up
      union all select id, 'sets', to_jsonb(boundary_versions) from sources.import
    ) as held join sources.import on import.id = import_id
    where reverted_at is null and kind <> 'boundaries' order by file, what, row`.execute(desk.system);
  return rows;
}

/** Street files of two commands of one vintage, the railway police's last, and an archive of three kinds. */
async function incidents(): Promise<{ files: FileToImport[]; vintage: string }[]> {
  const rows = (month: string): StreetRow[] => [
    { id: `a${month}`, month },
    { id: `b${month}`, month, type: 'Drugs', at: ['-0.125', '51.535'] },
    { id: `c${month}`, month, at: 'belsize' },
    { id: `d${month}`, month, at: null },
    { id: `e${month}`, month, type: 'Anti-social behaviour' },
  ];
  const monthly = [
    await file('2024-01.csv', madeStreetFile(rows('2024-01'))),
    await file('2024-03.csv', madeStreetFile(rows('2024-03'))),
  ];
  const railway = await file('railway.csv', madeStreetFile([{ force: RAILWAY, type: 'Robbery', month: '2024-03' }]));
  const archive = await file(
    'three.zip',
    madeZip([
      { name: '2024-01/2024-01-metropolitan-street.csv', content: madeStreetFile(rows('2024-01').slice(1)) },
      {
        name: '2024-01/2024-01-metropolitan-stop-and-search.csv',
        content: madeSearchFile([{}, { outcome: 'Arrest', at: 'belsize' }, { at: null }]),
      },
      {
        name: '2024-01/2024-01-metropolitan-outcomes.csv',
        content: madeOutcomeFile([{ id: 'a2024-01' }, { id: 'x', at: 'belsize' }]),
      },
    ]),
  );
  return [
    { files: monthly, vintage: 'v' },
    { files: [railway], vintage: 'v' },
    { files: [archive], vintage: 'w' },
  ];
}

describeStores('incidents in the lake and ward sets that come after them', (open) => {
  beforeEach(async () => {
    desk = await openImportDesk(await open());
  });
  afterEach(() => desk.close());

  it('have the same figures whichever came first', async () => {
    const given = await incidents();
    const first = async (): Promise<unknown> => {
      await keep([await wards(), await older()], 'wards');
      for (const { files, vintage } of given) await keep(files, vintage);
      const held = await figures();
      for (const { vintage } of [...given.slice(1), { vintage: 'wards' }]) await revertImport(desk.platform, vintage);
      return held;
    };
    const boundariesFirst = await first();
    await keep([await wards()], 'wards');
    for (const { files, vintage } of given) await keep(files, vintage);
    expect(await values('street-burglary', OLDER, 'wards-2014')).toBeUndefined();
    const between = await figures();
    await keep([await older()], 'older');
    expect(await figures()).toEqual(boundariesFirst);
    expect(await values('street-drugs', OLDER, 'wards-2014'), 'of the vintage with the latest month').toEqual([
      1,
      null,
      1,
    ]);
    await revertImport(desk.platform, 'older');
    expect(await figures()).toEqual(between);
  });

  it('are counted with the files of the same command, older ones first, the railway police in wards of its vintage', async () => {
    await keep([await wards()], 'wards');
    const met = await file('met.csv', madeStreetFile([{ id: 'a' }, { id: 'b', type: 'Drugs' }]));
    const railway = await file('railway.csv', madeStreetFile([{ force: RAILWAY }]));
    await keep([met], 'v');
    await keep([await older(), railway], 'v');
    expect(await values('street-burglary', OLDER, 'wards-2014')).toEqual([2]);
  });

  it('are told of in the report, the preview and the audit; the same files again change nothing', async () => {
    const crimes = await file('crimes.csv', madeStreetFile([{ id: 'a' }, { id: 'b', at: 'belsize' }]));
    await ensureReferenceUnit({ ...desk.platform, records: desk.system });
    await keep([await wards(), crimes], 'v');
    const before = await desk.state();
    const preview = await previewImport(desk.platform, [await older()]);
    expect(await desk.state()).toEqual(before);
    expect(preview.changes?.measures).toContainEqual(
      expect.objectContaining({ boundaryVersion: 'wards-2014', measure: 'street-burglary', newMonths: ['2024-01'] }),
    );
    const report = await keep([await older()], 'o');
    expect(report.imports[0]?.notices).toEqual([
      { reason: 'crimes of "crimes.csv", imported before: counted in 1 ward of this set', count: 1 },
    ]);
    expect((await keep([crimes])).imports[0]?.unchanged).toBe(true);
    const { rows } = await sql`
      select detail::jsonb -> 'later' as later from platform.audit where subject = 'o' order by seq`.execute(
      desk.system,
    );
    expect(rows).toEqual([
      {
        later: [
          {
            import: '2',
            countedIn: ['wards-2014'],
            noLongerIn: [],
            incidents: [{ kind: 'street', version: 'wards-2014', incidents: 1 }],
          },
        ],
      },
    ]);
    const reverted = await revertImport(desk.platform, 'o');
    expect(reverted.notices).toEqual([
      '"crimes.csv" has no figures of wards until May 2022 any more, as before these boundaries came; its incidents are kept.',
    ]);
    expect(await desk.state()).toEqual(before);
  });

  it('are counted again where wards of a set are added, and as before when these are taken back', async () => {
    const crimes = await file('crimes.csv', madeStreetFile([{ id: 'a' }, { id: 'b', at: 'belsize' }]));
    await keep([await file('some.geojson', madeWardBoundaries(['barnsbury'])), crimes], 'v');
    const before = await desk.state();
    expect(await values('street-burglary', 'E05013652', 'wards-2022')).toBeUndefined();
    await keep([await file('other.geojson', madeWardBoundaries(['belsize']))], 'o');
    expect(await values('street-burglary', 'E05013652', 'wards-2022')).toEqual([1]);
    const { notices } = await revertImport(desk.platform, 'o');
    expect(notices).toEqual([expect.stringMatching(/^The ward figures of "crimes.csv" were counted again in the /)]);
    expect(await desk.state()).toEqual(before);
  });

  it('leave everything as it was when the lake cannot be read', async () => {
    await keep([await wards(), await file('crimes.csv', madeStreetFile([{ id: 'a' }]))], 'v');
    const parquet = (await desk.filesKept()).find((path) => path.endsWith('.parquet')) ?? '';
    await rm(join(desk.platform.dataFolder, parquet));
    const before = await desk.state();
    await expect(keep([await older()], 'o')).rejects.toThrow('Incidents in the lake could not be read');
    expect(await desk.state()).toEqual(before);
  });

  it('leave everything as it was when an import fails after they were written', async () => {
    await keep([await wards(), await file('crimes.csv', madeStreetFile([{ id: 'a' }]))], 'v');
    const before = await figures();
    const more = await file('more.csv', madeStreetFile([{ id: 'z', month: '2024-02' }]));
    let written: number | null = null;
    const failLast = ({ step, done, total }: { step: string; done: number; total: number }): void => {
      if (step !== 'keeping' || done < total) return;
      written = done;
      throw new Error('the power went');
    };
    await expect(importFiles(desk.platform, [await older(), more], { vintage: 'o' }, failLast)).rejects.toThrow(
      'the power went',
    );
    expect(written).toBe(2);
    expect(await figures()).toEqual(before);
  });

  it('are not counted in boundaries that are refused with the files they came with', async () => {
    await keep([await wards(), await file('crimes.csv', madeStreetFile([{ id: 'a' }]))], 'v');
    const before = await desk.state();
    const bad = await file('bad.csv', madeStreetFile([{ id: 'z', month: 'never' }]));
    await expect(keep([await older(), bad], 'o')).rejects.toThrow('has no row that can be used');
    expect(await desk.state()).toEqual(before);
  });

  it('know which files came together also where the records are older than that note', async () => {
    const [one, two, three] = [
      await file('1.csv', madeStreetFile([{ id: 'a' }])),
      await file('2.csv', madeStreetFile([{ id: 'b', month: '2024-02' }])),
      await file('3.csv', madeStreetFile([{ id: 'c', month: '2024-03' }])),
    ];
    await keep([await wards(), one, two], 'v');
    await keep([three], 'v');
    const records = desk.system;
    const commands = async (): Promise<unknown> =>
      (
        await sql`select id::text as id, command::text as command from sources.import order by import.id`.execute(
          records,
        )
      ).rows;
    const noted = await commands();
    expect(noted).toEqual([
      { id: '1', command: '1' },
      { id: '2', command: '1' },
      { id: '3', command: '1' },
      { id: '4', command: '4' },
    ]);
    await sql`alter table sources.import drop column command, drop column placed_later`.execute(records);
    await records.transaction().execute(async (trx) => {
      // The audit as it was when that migration ran.
      const before = sql`
        alter table platform.audit rename to audit_chained;
        create view platform.audit as select seq as id, action, detail::jsonb as detail from platform.audit_chained`;
      await before.execute(trx);
      for (const statement of MIGRATION.split(/;\n/).filter((text) => /\w/.test(text))) {
        await sql.raw(statement).execute(trx);
      }
      await sql`drop view platform.audit; alter table platform.audit_chained rename to audit`.execute(trx);
    });
    expect(await commands()).toEqual(noted);
  });
});
