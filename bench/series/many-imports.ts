// How long every measure of one ward takes to read when many publications are held, one vintage each: from the embedded
// records and from a server PostgreSQL. Run: npx tsx bench/series/many-imports.ts [IMPORTS…]. Bound: 20 ms at 100.
// Processor time is that of this process, the embedded records' thread included and a server's processes not.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { referenceAreas } from '../../src/geography/index.ts';
import { ensureReferenceAreas } from '../../src/geography/service.ts';
import { addMonths } from '../../src/lib/calendar/month.ts';
import { CATALOGUE, type CategorySeries } from '../../src/measures/index.ts';
import { readSeries } from '../../src/measures/service.ts';
import { type Database, openDatabase } from '../../src/platform/database/index.ts';
import { holdFigures } from '../../test/builders/held-figures.ts';
import { median } from '../import/run-measured.ts';
import { withServer } from './with-server.ts';

const CATEGORIES = [
  'mps/theft/shoplifting',
  'mps/theft/other-theft',
  'mps/robbery/robbery-of-personal-property',
  'mps/burglary/domestic-burglary',
  'mps/violence-against-the-person/violence-with-injury',
];
const MONTHS = 120;
const ROUNDS = 3;
const BOUND_MILLISECONDS = 20;
const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10, 100, 300];

/** The publication of a month: ten years to it, for 37 wards. */
function publication(at: number): CategorySeries[] {
  const firstMonth = addMonths('2010-04', Math.floor(at / 4));
  return referenceAreas('wards-2022').flatMap(({ code }, ward) =>
    CATEGORIES.map((category, kind) => ({
      ...{ category, areaCode: code, boundaryVersion: 'wards-2022' as const, publisher: 'mps', firstMonth },
      values: Array.from({ length: MONTHS }, (_, month) => 10 + ((7 * ward + 5 * kind + 3 * month + at) % 50)),
    })),
  );
}

async function measureStore(title: string, database: Database, dataFolder: string): Promise<void> {
  console.log(title);
  const { records, system } = database;
  await ensureReferenceAreas({
    records: system,
    dataFolder,
    actor: 'bench',
    principal: { kind: 'wardroom' } as const,
    now: () => new Date(),
  });
  const wards = referenceAreas('wards-2022').map(({ code }) => code);
  const measures = CATALOGUE.map(({ name }) => name);
  let held = 0;
  for (const count of counts) {
    for (; held < count; held += 1) {
      await holdFigures(system, publication(held), { vintage: `publication ${held}`, kind: 'mps-ward' });
    }
    const asked = (areaCodes: string[]) => readSeries(records, { measures, areaCodes, boundaryVersion: 'wards-2022' });
    for (const code of wards) await asked([code]);
    const times: number[] = [];
    const before = process.cpuUsage();
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const code of wards) {
        const started = performance.now();
        await asked([code]);
        times.push(performance.now() - started);
      }
    }
    const used = process.cpuUsage(before);
    const sorted = times.toSorted((a, b) => a - b);
    const within = sorted[Math.floor(sorted.length * 0.95)] ?? 0;
    const processor = (used.user + used.system) / 1000 / times.length;
    const beside =
      count === 100 ? `, bound ${BOUND_MILLISECONDS} ms: ${within < BOUND_MILLISECONDS ? 'met' : 'NOT MET'}` : '';
    console.log(
      `  ${count} imports, every measure of one ward: median ${median(times).toFixed(1)} ms, 95 % within ${within.toFixed(1)} ms, processor ${processor.toFixed(1)} ms each${beside}`,
    );
    const nowhere = performance.now();
    for (let round = 0; round < 20; round += 1) await asked(['E05999999']);
    console.log(`  ${count} imports, a ward that none covers: ${((performance.now() - nowhere) / 20).toFixed(1)} ms`);
    const all = performance.now();
    for (let round = 0; round < 3; round += 1) await asked(wards);
    console.log(`  ${count} imports, every measure of 37 wards: ${((performance.now() - all) / 3).toFixed(1)} ms`);
  }
}

const folder = await mkdtemp(join(tmpdir(), 'wardroom-many-imports-'));
try {
  const dataFolder = join(folder, 'embedded');
  const embedded = await openDatabase({ dataFolder, databaseUrl: null });
  await measureStore('Embedded records (PGlite)', embedded, dataFolder);
  await embedded.close();
  await withServer(folder, (database, served) => measureStore('Server PostgreSQL', database, served));
} finally {
  await rm(folder, { recursive: true, force: true });
}
