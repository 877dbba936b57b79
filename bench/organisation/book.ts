/**
 * How long a post book takes to import, to import again, and to read: 1,600 posts, 1,500 officers, 7,500 postings and 9,000
 * rows of training. Read by the command line, a commander, and an officer of one ward, so that what row security costs
 * shows. Processor seconds of this process stand beside the clock's, since the embedded records run within it.
 *
 * npx tsx bench/organisation/book.ts [ROUNDS] [SEED] [--server]
 */
import { ensureReferenceAreas } from '../../src/geography/service.ts';
import { postBook } from '../../src/organisation/book/book-service.ts';
import { importBook } from '../../src/organisation/book/import-service.ts';
import { ensureReferenceUnit } from '../../src/organisation/service.ts';
import type { Principal } from '../../src/platform/access/index.ts';
import type { Database } from '../../src/platform/database/index.ts';
import { CAMDEN, personWith, UNIT } from '../../test/builders/each-principal.ts';
import { testPlatform } from '../../test/builders/test-platform.ts';
import { median } from '../import/run-measured.ts';
import { inNewRecords } from '../series/in-new-records.ts';
import { madeUpFiles } from './made-up-files.ts';

const rounds = Number(process.argv[2] ?? 7);
const files = madeUpFiles({ officers: 1500, posts: 1600, seed: Number(process.argv[3] ?? 1) });

const OPERATOR: Principal = { kind: 'operator', name: 'bench', as: null };
const READERS: Record<string, Principal> = {
  'the command line': OPERATOR,
  'a commander': personWith('command', { unit: UNIT, borough: null, ward: null }),
  'an inspector of Camden': personWith('inspector', { unit: UNIT, borough: CAMDEN, ward: null }),
  'an officer of one ward': personWith('officer', { unit: UNIT, borough: CAMDEN, ward: 'E05013652' }),
};

/** Seconds by the clock, and of the processor in this process, for each of several runs: their medians. */
async function measured(what: string, times: number, run: () => Promise<string>): Promise<void> {
  const wall: number[] = [];
  const processor: number[] = [];
  let said = '';
  for (let round = 0; round < times; round += 1) {
    const [before, used] = [performance.now(), process.cpuUsage()];
    said = await run();
    const { user, system } = process.cpuUsage(used);
    wall.push((performance.now() - before) / 1000);
    processor.push((user + system) / 1_000_000);
  }
  const [clock, cpu] = [median(wall).toFixed(2), median(processor).toFixed(2)];
  console.log(`${what.padEnd(34)} ${clock.padStart(6)} s  processor ${cpu.padStart(6)} s  ${said}`);
}

async function measure(database: Database, dataFolder: string): Promise<void> {
  console.log(`On ${database.mode} records:`);
  const as = (principal: Principal) => testPlatform(database, { principal, dataFolder });
  const system = { ...as({ kind: 'wardroom' }), records: database.system };
  await ensureReferenceAreas(system);
  await ensureReferenceUnit(system);
  const bring = async () => {
    const answer = await importBook(as(OPERATOR), { unit: null, name: 'bench', files, dryRun: false });
    if (answer.kind === 'refused') throw new Error(answer.refusals[0]?.sentence);
    return Object.entries(answer.counts)
      .map(([kind, { added, changed, unchanged }]) => `${kind} ${added}/${changed}/${unchanged}`)
      .join(', ');
  };
  await measured('import', 1, bring);
  await measured('import again, unchanged', 3, bring);
  for (const [who, principal] of Object.entries(READERS))
    await measured(`postBook as ${who}`, rounds, async () => {
      const { posts, officers, postings, absences, training } = await postBook(as(principal), null);
      return `${[posts, officers, postings, absences ?? [], training].map((rows) => rows.length).join('/')}`;
    });
}

await inNewRecords('book', measure);
