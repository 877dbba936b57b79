import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ImportDesk, openImportDesk } from '../../../test/builders/import-desk.ts';
import { emptyRecords } from '../../../test/builders/records.ts';
import { madeStreetFile, madeWardBoundaries, type StreetRow } from '../../../test/builders/street-files.ts';
import { openLake } from '../../platform/lake/index.ts';
import { importFiles, revertImport } from '../service.ts';
import { countInAreas } from './area-count-service.ts';
import type { AreaCount, AreaCountQuestion, DrawnArea } from './model.ts';
import { readDrawnAreas } from './read-drawn-areas.ts';

let desk: ImportDesk;
beforeEach(async () => {
  desk = await openImportDesk(await emptyRecords());
});
afterEach(() => desk.close());

type Corner = [number, number];
const box = (west: number, south: number, east: number, north: number): Corner[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const area = (name: string, ...rings: Corner[][]): DrawnArea => ({ name, polygons: [rings] });
const BARNSBURY = area('Barnsbury', box(-0.12, 51.53, -0.11, 51.54));
const ask = async (areas: DrawnArea[], more: Partial<AreaCountQuestion> = {}) =>
  countInAreas(desk.platform, { areas, source: 'street', from: null, to: null, type: null, vintage: null, ...more });
const count = async (areas: DrawnArea[], more: Partial<AreaCountQuestion> = {}): Promise<AreaCount> => {
  const answer = await ask(areas, more);
  if (answer.kind === 'refused') throw new Error(answer.because);
  return answer;
};
async function importStreet(rows: StreetRow[], vintage: string): Promise<void> {
  await importFiles(
    desk.platform,
    [await desk.file('wards.geojson', madeWardBoundaries()), await desk.file(`${vintage}.csv`, madeStreetFile(rows))],
    { vintage },
  );
}

it('counts by month and type what lies inside or on the edge, and nothing in a hole', async () => {
  await importStreet(
    [
      { id: 'in' },
      { id: 'in too', month: '2024-03', type: 'Drugs' },
      { id: 'corner', at: ['-0.12', '51.53'] },
      { id: 'edge', at: ['-0.11', '51.5375'] },
      { id: 'one unit outside', at: ['-0.1099999', '51.5375'] },
      { id: 'elsewhere', at: 'belsize' },
      { id: 'nowhere', at: null },
    ],
    'v',
  );
  const answer = await count([
    BARNSBURY,
    area('ring', box(-0.12, 51.53, -0.11, 51.54), box(-0.116, 51.534, -0.114, 51.536)),
  ]);
  const [whole, ring] = answer.areas;
  expect(whole).toMatchObject({ name: 'Barnsbury', incidents: 4, snapPoints: 3 });
  expect(whole?.types).toEqual([
    { type: 'Burglary', incidents: 3 },
    { type: 'Drugs', incidents: 1 },
  ]);
  expect(whole?.series).toEqual([
    { month: '2024-01', type: 'Burglary', incidents: 3 },
    { month: '2024-03', type: 'Drugs', incidents: 1 },
  ]);
  expect(whole?.months.map(({ incidents }) => incidents)).toEqual([3, null, 1]);
  expect(answer.missing).toEqual([{ force: 'metropolitan', months: ['2024-02'] }]);
  expect(ring).toMatchObject({ incidents: 2, snapPoints: 2 });
  expect(answer.unlocated).toEqual([{ month: '2024-01', incidents: 1 }]);
  expect(await desk.filesKept()).toEqual(expect.not.arrayContaining([expect.stringContaining('staging')]));
});

it('counts each month of a force from one vintage, the latest that holds it', async () => {
  await importStreet([{ id: 'a' }, { id: 'b' }, { id: 'c', month: '2024-02' }], 'first');
  await importStreet([{ id: 'a' }, { id: 'd', force: 'British Transport Police' }], 'second');
  const answer = await count([BARNSBURY]);
  expect(answer.areas[0]?.months.map(({ incidents }) => incidents)).toEqual([2, 1]);
  expect(answer.vintages).toEqual([
    { vintage: 'second', force: 'btp', types: null, months: ['2024-01'], incidents: 1, files: ['second.csv'] },
    { vintage: 'second', force: 'metropolitan', types: null, months: ['2024-01'], incidents: 1, files: ['second.csv'] },
    { vintage: 'first', force: 'metropolitan', types: null, months: ['2024-02'], incidents: 1, files: ['first.csv'] },
  ]);
  expect(answer.notes).toContainEqual(expect.stringContaining('an earlier vintage holds more incidents'));
  expect((await count([BARNSBURY], { vintage: 'first' })).areas[0]?.incidents).toBe(3);
  await revertImport(desk.platform, 'second');
  expect((await count([BARNSBURY])).areas[0]?.incidents).toBe(3);
});

const many = (count: number, row: (at: number) => StreetRow): StreetRow[] =>
  Array.from({ length: count }, (_, at) => row(at));
const TYPES = [
  'Drugs',
  'Robbery',
  'Shoplifting',
  'Public order',
  'Vehicle crime',
  'Other theft',
  'Bicycle theft',
  'Burglary',
];
const BELSIZE = area('Belsize', box(-0.17, 51.53, -0.16, 51.54));
const importParts = async (vintage: string, ...parts: StreetRow[][]): Promise<void> => {
  const csv = parts.map((rows, at) => desk.file(`${vintage}-${at + 1}.csv`, madeStreetFile(rows)));
  await importFiles(
    desk.platform,
    [await desk.file('wards.geojson', madeWardBoundaries()), ...(await Promise.all(csv))],
    {
      vintage,
    },
  );
};

it('counts once what two files of one vintage hold, whichever has more rows', async () => {
  const all = many(16, (at) => ({ id: `all ${at}`, type: TYPES[at % 8] as string, at: 'barnsbury' as const }));
  const burglaries = [
    ...many(40, (at) => ({ id: `burglary ${at}`, at: 'belsize' as const })),
    ...all.filter(({ type }) => type === 'Burglary'),
  ];
  await importParts('both', all, burglaries);
  const { areas, notes } = await count([BARNSBURY, BELSIZE]);
  expect(areas.map(({ incidents }) => incidents)).toEqual([16, 40]);
  expect(areas[0]?.types).toHaveLength(8);
  expect(notes).toContainEqual(expect.stringContaining('what more than one of them holds is counted once'));
});

it('adds files of one vintage that hold different places of one month', async () => {
  await importParts(
    'boroughs',
    many(9, (at) => ({ id: `c${at}`, at: 'belsize' })),
    many(5, (at) => ({ id: `i${at}` })),
  );
  const both = area('both', box(-0.18, 51.5, -0.1, 51.6));
  expect((await count([BARNSBURY, BELSIZE, both])).areas.map(({ incidents }) => incidents)).toEqual([5, 9, 14]);
});

it('counts incidents without a number once: on each point as the file that has most there', async () => {
  const nuisance = (some: number, at: StreetRow['at']) =>
    many(some, () => ({ at: at ?? null, type: 'Anti-social behaviour' }));
  const here: readonly [string, string] = ['-0.115', '51.531'];
  await importParts(
    'v',
    [...nuisance(3, 'barnsbury'), { id: 'x' }],
    [...nuisance(2, 'barnsbury'), ...nuisance(4, here)],
  );
  const [whole] = (await count([BARNSBURY], { type: 'Anti-social behaviour' })).areas;
  expect(whole).toMatchObject({ incidents: 7, snapPoints: 2 });
});

it('counts each type from the latest vintage that holds it, and says so', async () => {
  await importParts(
    'all',
    many(16, (at) => ({ id: `${at}`, type: TYPES[at % 8] as string })),
  );
  await importParts(
    'burglary',
    many(12, (at) => ({ id: `${at}` })),
  );
  const answer = await count([BARNSBURY]);
  expect(answer.areas[0]?.incidents).toBe(14 + 12);
  expect(answer.vintages).toEqual([
    expect.objectContaining({ vintage: 'all', types: expect.not.arrayContaining(['Burglary']), incidents: 14 }),
    expect.objectContaining({ vintage: 'burglary', types: ['Burglary'], incidents: 12 }),
  ]);
  const only = await count([BARNSBURY], { vintage: 'burglary' });
  expect(only.areas[0]?.months).toEqual([{ month: '2024-01', incidents: 12, isPartial: true }]);
});

it('says of places no file covers that they are not covered, never none', async () => {
  await importStreet(
    many(5, (at) => ({ id: `${at}`, at: 'belsize' })),
    'camden',
  );
  const manchester = area('Manchester', box(-2.25, 53.47, -2.23, 53.49));
  const { areas, missing } = await count([manchester, BARNSBURY, BELSIZE]);
  expect(areas.map(({ incidents }) => incidents)).toEqual([null, null, 5]);
  expect(areas[0]?.months).toEqual([{ month: '2024-01', incidents: null, isPartial: false }]);
  expect(areas[1]?.notes).toEqual([expect.stringContaining('Not covered')]);
  expect(missing).toEqual([]);
});

it('takes months and a type, in its words or as a key', async () => {
  await importStreet(
    [{ id: 'a' }, { id: 'b', type: 'Vehicle crime', month: '2024-02' }, { id: 'c', month: '2024-02' }],
    'v',
  );
  expect((await count([BARNSBURY], { from: '2024-02' })).areas[0]?.incidents).toBe(2);
  expect((await count([BARNSBURY], { to: '2024-01' })).areas[0]?.incidents).toBe(1);
  for (const type of ['Vehicle crime', 'vehicle-crime']) {
    expect((await count([BARNSBURY], { type })).areas[0]).toMatchObject({ incidents: 1 });
  }
  const months = (await count([BARNSBURY], { type: 'vehicle-crime' })).areas[0]?.months;
  expect(months?.map(({ incidents }) => incidents)).toEqual([0, 1]);
});

it('says what to do when there is nothing to count', async () => {
  expect(await ask([BARNSBURY])).toMatchObject({ because: expect.stringContaining('import a data.police.uk archive') });
  await importStreet([{ id: 'a' }], 'v');
  expect(await ask([BARNSBURY], { vintage: 'w' })).toMatchObject({ because: expect.stringContaining('give "v"') });
  expect(await ask([BARNSBURY], { from: '2025-01' })).toMatchObject({ because: expect.stringContaining('2024-01') });
  expect(await ask([BARNSBURY], { type: 'Arson' })).toMatchObject({
    because: expect.stringContaining('give Burglary'),
  });
  expect(await ask([BARNSBURY], { source: 'stop-and-search' })).toMatchObject({ kind: 'refused' });
});

const SHARED = join(import.meta.dirname, '../../../../shared/data');
const ARCHIVE = join(SHARED, 'police-uk/camden-islington-street-2016-01_2018-06.zip');
const WARDS = join(SHARED, 'geography/wards_2022_camden_islington_ONS.geojson');

describe.skipIf(!existsSync(ARCHIVE))('on the real files', () => {
  it('counts in the outline of each ward what the import placed in the ward', async () => {
    await importFiles(desk.platform, [
      { path: WARDS, name: 'wards.geojson' },
      { path: ARCHIVE, name: 'street.zip' },
    ]);
    const read = readDrawnAreas(await readFile(WARDS, 'utf8'));
    if (read.kind === 'refused') throw new Error(read.because);
    const answer = await count(read.areas);
    const lake = await openLake(desk.platform.dataFolder);
    const placed = await lake.query(
      `select ward_2022 as ward, count(*) as incidents from read_parquet($1) where ward is not null group by ward`,
      [join(desk.platform.dataFolder, 'lake/*/street/*/*.parquet')],
    );
    await lake.close();
    const drawn = answer.areas.map(({ incidents }) => incidents).sort();
    expect(drawn).toHaveLength(37);
    expect(drawn).toEqual(placed.map(({ incidents }) => incidents).sort());
    expect(answer.missing).toContainEqual({ force: 'metropolitan', months: ['2016-03'] });
  });
});
