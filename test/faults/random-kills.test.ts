import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { seededRandom } from '../../src/lib/statistics/random.ts';
import { importFiles } from '../../src/sources/service.ts';
import { dataFolderOnDisk, openImportDesk } from '../builders/import-desk.ts';
import { LONG_RUNS } from '../builders/long-runs.ts';
import { emptyRecords } from '../builders/records.ts';
import { type FilesToImport, writeFilesToImport } from './kills/files-to-import.ts';
import { differences, heldState, orphans } from './kills/held-state.ts';
import { prepareKills, type RandomKills, type Task } from './kills/random-kills.ts';
import { embeddedStore } from './kills/stores.ts';

// Two processes are killed here, at moments drawn anew from a seed, five with KILLS=all; `kill-imports.ts` kills as many
// as wanted, of real files, and on a server PostgreSQL too.

const SEED = 5;
const random = seededRandom(SEED);
let files: FilesToImport;
let kills: RandomKills;

beforeAll(async () => {
  const folder = inject('runFolder');
  files = await writeFilesToImport(join(folder, 'files-to-import'), 'made');
  kills = await prepareKills(embeddedStore(folder, await dataFolderOnDisk()), files);
});
afterAll(() => kills?.close());

const turns: readonly [turn: number, Task][] = [
  [1, 'import'],
  [2, 'upload'],
  [3, 'revert'],
  [4, 'import'],
  [5, 'import'],
];

it.each(turns.slice(0, LONG_RUNS ? turns.length : 2))(
  'leaves all or nothing when it is killed at a random moment (%i: %s)',
  { timeout: 300_000 },
  async (_, task) => {
    // A process that ended before its moment came is checked as well, and another is killed.
    for (let tries = 0; tries < 10; tries += 1) {
      const { found, ended } = await kills.kill(task, random);
      if (ended.signal === 'SIGKILL') return;
      expect(found).toBe('all of it');
    }
    throw new Error('Every process ended before it was killed.');
  },
);

describe('what is compared afterwards', () => {
  it('is the same for two imports of the same files, and another when a row, a file or a left-out row is lacking', async () => {
    const desks = [await openImportDesk(await emptyRecords()), await openImportDesk(await emptyRecords())];
    try {
      const states = [];
      for (const desk of desks) {
        const platform = { ...desk.platform, records: desk.system };
        await importFiles(
          platform,
          files.killed.map((path) => ({ path, name: path.split('/').at(-1) ?? '' })),
        );
        states.push(await heldState(platform));
        expect(await orphans(platform)).toEqual([]);
      }
      const [whole, other] = states;
      if (!whole || !other || !desks[0]) throw new Error('no states');
      expect(differences(whole, other)).toEqual([]);
      const platform = { ...desks[0].platform, records: desks[0].system };
      const { records, dataFolder } = platform;
      await sql`delete from measures.coverage where month = '2024-02' and publisher = 'mps'`.execute(records);
      expect(differences(whole, await heldState(platform))).toEqual(['measures.coverage']);
      const kept = await desks[0].filesKept();
      await rm(join(dataFolder, kept.find((path) => path.includes('/refused/')) ?? ''));
      await expect(heldState(platform)).rejects.toThrow('of which 0 are kept');
      await rm(join(dataFolder, kept.find((path) => path.endsWith('.parquet')) ?? ''));
      await expect(heldState(platform)).rejects.toThrow('No files found');
      await sql`delete from sources.lake_file`.execute(records);
      expect((await orphans(platform)).length).toBeGreaterThan(0);
    } finally {
      for (const desk of desks) await desk.close();
    }
  });
});
