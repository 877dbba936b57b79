import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ImportDesk, openImportDesk } from '../../../test/builders/import-desk.ts';
import { emptyRecords } from '../../../test/builders/records.ts';
import { madeStreetFile, madeWardBoundaries } from '../../../test/builders/street-files.ts';
import { storeLookup, storeNeighbourhood } from '../../geography/service.ts';
import { writeHarmWeights } from '../../measures/service.ts';
import { importFiles, listImports, revertImport } from '../service.ts';
import { readBoundaryImports } from '../store.ts';
import { keepImports, type StagedCommand } from './keep-service.ts';
import { type StagedFile, stagedText } from './staged-file.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openImportDesk(await emptyRecords());
});
afterEach(() => desk.close());

const nothingRead = {
  ...{ rowsRead: 1, rowsUsed: 1, refused: [], refusedRows: [], notices: [], from: null, to: null },
  ...{ boundaryVersions: [], series: [], coverage: [], recognisedAs: 'made' },
};
const textOf = (kind: StagedFile['kind']): StagedFile =>
  stagedText({ kind, title: 'made' }, { kind: 'read', ...nothingRead });
const staged = async (file: StagedFile, more: Partial<StagedCommand> = {}): Promise<StagedCommand> => ({
  ...{ vintage: 'v', inspected: [], fresh: [], later: [], refusedFiles: [], dryRun: false, leftOut: new Map() },
  ...{ boundaryImports: await readBoundaryImports(desk.platform.records), heldWards: new Map(), heldState: '' },
  staged: [
    {
      file: { ...{ path: '', name: 'made.csv', sha256: 'a', bytes: 1, lines: 1 }, recognised: { kind: 'street' } },
      staged: file,
    },
  ],
  ...more,
});
const keep = (command: StagedCommand) => keepImports(desk.platform, command, () => {});

it.each(['police-api-crimes', 'mps-ward', 'street'] as const)(
  'keeps no %s file that was judged by boundaries which have changed since',
  async (kind) => {
    const command = await staged(textOf(kind));
    await importFiles(desk.platform, [await desk.file('wards.geojson', madeWardBoundaries())]);
    await expect(keep(command)).rejects.toThrow('Boundaries were imported or taken back meanwhile');
    expect(await listImports(desk.platform.records)).toHaveLength(1);
  },
);

it('keeps no street file judged by the wards of a vintage whose street files have changed since', async () => {
  const wards = await desk.file('wards.geojson', madeWardBoundaries());
  await importFiles(desk.platform, [wards]);
  const railway = { ...textOf('street'), lake: [{ kind: 'street' as const, folder: '', files: [] }] };
  const command = await staged(railway);
  await importFiles(desk.platform, [await desk.file('met.csv', madeStreetFile([{ id: 'a' }]))], { vintage: 'v' });
  await expect(keep(command)).rejects.toThrow('Street files of the vintage "v" were imported or taken back meanwhile');
  expect((await listImports(desk.platform.records)).map(({ file }) => file).toSorted()).toEqual([
    'met.csv',
    'wards.geojson',
  ]);
});

it('leaves nothing of an import that is taken back: no boundary, lookup, weight or officer', async () => {
  const { imports } = await importFiles(desk.platform, [await desk.file('wards.geojson', madeWardBoundaries())]);
  const id = imports[0]?.id ?? '';
  await desk.platform.records.transaction().execute(async (trx) => {
    await storeLookup(trx, id, { fromSet: 'LSOA21', toSet: 'WD24', codes: ['a'], targets: ['b'] });
    const body = [{ name: 'Sergeant Made', rank: 'Sergeant' }];
    await storeNeighbourhood(trx, id, [{ force: 'met', neighbourhood: 'NC04', part: 'people', body }]);
    await writeHarmWeights(trx, id, {
      version: '1',
      source: 'made',
      weights: [{ offence: 'made', weight: 1 }],
    } as never);
  });
  const rowsOf = async () => {
    const { rows } = await sql<{ rows: number }>`
      select count(*)::integer as rows from geography.boundary where import_id = ${id}::bigint
      union all select count(*)::integer from geography.area_lookup where import_id = ${id}::bigint
      union all select count(*)::integer from geography.police_neighbourhood where import_id = ${id}::bigint
      union all select count(*)::integer from measures.harm_weight where import_id = ${id}::bigint`.execute(
      desk.system,
    );
    return rows.map((each) => each.rows);
  };
  expect(await rowsOf()).toEqual([2, 1, 1, 1]);
  await revertImport(desk.platform, id);
  expect(await rowsOf()).toEqual([0, 0, 0, 0]);
});
