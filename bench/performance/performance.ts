// How long all comparison rows of 37 wards x 30 measures over 15 years take to read and to compute.
// Run: npx tsx bench/performance/performance.ts DATA_DIR [ROUNDS], on a data folder with the ward files of the Metropolitan
// Police. Bound: 1 s for computing them, control charts included; reading is told apart.
import { resolve } from 'node:path';
import { listAreas } from '../../src/geography/service.ts';
import { CATALOGUE } from '../../src/measures/index.ts';
import { asPerformanceArea } from '../../src/performance/areas/name-areas.ts';
import { compareRows } from '../../src/performance/comparison/compare-rows.ts';
import { monthlyFigures } from '../../src/performance/figures/figures-service.ts';
import { makePeriod } from '../../src/performance/periods/make-period.ts';
import { openDatabase } from '../../src/platform/database/index.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { median } from '../import/run-measured.ts';

const BOROUGHS = ['E09000007', 'E09000019'];
const MEASURES = 30;
const BOUND_MILLISECONDS = 1_000;
const PERIODS = { current: makePeriod('2024-03', '2025-02'), previous: makePeriod('2023-03', '2024-02') };
const [folder, rounds = '5'] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name a data folder with the ward files of the Metropolitan Police.');

const database = await openDatabase({ dataFolder: resolve(folder), databaseUrl: null });
const platform: Platform = {
  ...{ records: database.records, dataFolder: resolve(folder), actor: 'wardroom', principal: { kind: 'wardroom' } },
  now: () => new Date(),
};
try {
  const areas = (await listAreas(database.records, { version: 'wards-2022', boroughCodes: BOROUGHS })).map(
    asPerformanceArea,
  );
  const monthly = CATALOGUE.filter(({ every, adds }) => every === 'month' && adds).map(({ name }) => name);
  const any = await monthlyFigures(platform, { measures: monthly, areas, vintage: null });
  const measures = [...new Set(any.map(({ measure }) => measure))].slice(0, MEASURES);
  const reading: number[] = [];
  const computing: number[] = [];
  for (let round = 0; round < Number(rounds); round += 1) {
    const began = performance.now();
    const held = await monthlyFigures(platform, { measures, areas, vintage: null });
    reading.push(performance.now() - began);
    const byArea = areas.map((area) => held.filter((each) => each.area.word === area.word));
    const started = performance.now();
    let rows = 0;
    let clear = 0;
    for (const own of byArea) {
      const asked = measures.map((measure) => {
        const figures = own.find((each) => each.measure === measure) ?? null;
        const peers = held.filter(
          (each) => each.measure === measure && each.area.boroughCode === figures?.area.boroughCode,
        );
        return {
          ...{ measure, printed: measure, group: 'All', polarity: 'more is worse' as const, figures, because: null },
          ...{ peers: { named: 'wards', figures: peers }, boroughs: null },
        };
      });
      const compared = compareRows(asked, PERIODS, 20);
      rows += compared.filter(({ missing }) => missing === null).length;
      clear += compared.filter(({ verdict }) => verdict === 'clear').length;
    }
    computing.push(performance.now() - started);
    if (round === 0)
      console.log(`${areas.length} wards, ${measures.length} measures, ${rows} rows compared, ${clear} clear`);
  }
  const computed = median(computing);
  console.log(`read in ${median(reading).toFixed(0)} ms`);
  console.log(
    `computed in ${computed.toFixed(0)} ms, bound ${BOUND_MILLISECONDS} ms: ${computed < BOUND_MILLISECONDS ? 'met' : 'NOT met'}`,
  );
} finally {
  await database.close();
}
