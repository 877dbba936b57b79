import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { MADE_WARDS, STREET_HEADER, streetLine } from '../../../test/builders/street-files.ts';
import { buildAreaIndex } from '../../lib/spatial/index.ts';
import { type StagedStreet, stageStreet } from './street-importer.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(inject('runFolder'), 'street-'));
});
afterEach(() => rm(folder, { recursive: true }));

const { code, west } = MADE_WARDS.barnsbury;
const corners: [number, number][] = [
  [west, 51.53],
  [west + 0.01, 51.53],
  [west + 0.01, 51.54],
  [west, 51.53],
];
const WARDS = {
  version: 'wards-2022',
  wards: [{ code, boroughCode: 'E09000019' }],
  index: buildAreaIndex([{ code, polygons: [[corners]] }]),
} as const;

/** Stages files as those of one archive, in one batch. */
async function stage(files: Record<string, readonly string[]>): Promise<StagedStreet> {
  const entries = await Promise.all(
    Object.entries(files).map(async ([name, lines], id) => {
      const path = join(folder, `${id}.csv`);
      await writeFile(path, `${[STREET_HEADER, ...lines].join('\n')}\n`);
      // The numbers of an archive's files need not follow one another: others lie between them.
      return { id: id * 3 + 1, path, name, month: null, lines: lines.length + 1 };
    }),
  );
  async function* batches() {
    yield { entries, done: async () => {} };
  }
  return stageStreet(
    { name: 'archive.zip', folder, wards: [{ ...WARDS, wards: [...WARDS.wards] }], now: '2026-01', ofArchive: true },
    batches(),
  );
}

const leftOut = async ({ refusedRows }: StagedStreet): Promise<string[]> =>
  refusedRows === null ? [] : (await readFile(refusedRows, 'utf8')).trimEnd().split('\n');

it('keeps each row left out with its file, line, reason and text, repeats among them', async () => {
  const repeat = streetLine({ id: 'a' });
  const far = streetLine({ id: 'far', at: ['-200.5', '51.5'] });
  const staged = await stage({
    'first.csv': [repeat, 'too,few', streetLine({ id: 'b' }), repeat, streetLine({ id: 'c', month: '2030-01' })],
    'second.csv': [streetLine({ id: 'a', month: '2024-02' }), far, streetLine({ id: 'd', month: '2024-02', type: '' })],
  });
  expect(await leftOut(staged)).toEqual([
    'file,line,reason,text',
    'first.csv,3,a number of columns that is not twelve,"too,few"',
    `first.csv,5,"the same crime given again: identical, crime ID and all","${repeat}"`,
    `first.csv,6,a month still to come,"${streetLine({ id: 'c', month: '2030-01' })}"`,
    `second.csv,3,coordinates that are not on earth,"${far}"`,
    `second.csv,4,no crime type,"${streetLine({ id: 'd', month: '2024-02', type: '' })}"`,
  ]);
  expect(staged).toMatchObject({ rowsRead: 8, rowsUsed: 3 });
});

it('keeps no file of rows left out when there are none', async () => {
  expect((await stage({ 'all-good.csv': [streetLine({ id: 'a' })] })).refusedRows).toBeNull();
});

it('leaves out coordinates just off the earth, and keeps those on its edge', async () => {
  const at = (longitude: string, latitude: string, id: string) => streetLine({ id, at: [longitude, latitude] });
  const staged = await stage({
    'edges.csv': [
      at('180', '90', 'corner'),
      at('-180.0', '-90.0', 'other corner'),
      at('180.00000001', '0', 'a hair past'),
      at('0', '-90.00000001', 'a hair below'),
      at('1e300', '0', 'far'),
      at('north', '0', 'word'),
    ],
  });
  expect(staged.refused).toEqual([
    { reason: 'coordinates that are not on earth', count: 3 },
    { reason: 'coordinates that are not numbers', count: 1 },
  ]);
});

it('tells files of a force and month apart by their place in the batch', async () => {
  await expect(
    stage({ 'first.csv': [streetLine({ id: 'a' })], 'second.csv': [streetLine({ id: 'b' })] }),
  ).rejects.toThrow('again in second.csv');
});
