// How long every control chart of 37 wards and 30 measures over 15 years takes: made-up months, pure part alone, first
// with nothing remembered of false-alarm simulations, then as a server that has drawn before; and, with a data folder, all
// monthly measures of the wards it holds, read from the records. Beside R drawing lines and marks alone (xmr.R).
// Run: npx tsx bench/control-charts/control-charts.ts [DATA_DIR]. Bound: 1 s, with the comparison rows.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openWardroom } from '../../src/app/open-wardroom.ts';
import { poisson, seededRandom } from '../../src/lib/statistics/random.ts';
import { CATALOGUE } from '../../src/measures/index.ts';
import { performanceAreas } from '../../src/performance/areas/areas-service.ts';
import { controlCharts } from '../../src/performance/charts/charts-service.ts';
import { controlChart, NO_SETTINGS } from '../../src/performance/charts/control-chart.ts';
import type { MonthlyFigures } from '../../src/performance/model.ts';

const WARDS = 37;
const MEASURES = 30;
const MONTHS = 180;
const monthly = CATALOGUE.filter(({ every, adds }) => every === 'month' && adds).slice(0, MEASURES);

/** Means from a few to a hundred a month, as wards have. */
function madeUp(): MonthlyFigures[] {
  const random = seededRandom(1);
  return Array.from({ length: WARDS }, (_, ward) =>
    monthly.map(({ name }, turn): MonthlyFigures => {
      const mean = 0.4 * 1.21 ** turn;
      return {
        measure: name,
        area: {
          ...{ word: `W${ward}`, name: `Ward ${ward}`, kind: 'ward', boundaryVersion: 'wards-2022' },
          ...{ areaCodes: [`W${ward}`], boroughCode: null, boroughName: null },
        },
        ...{ vintage: 'made up', synthetic: true, files: [], firstMonth: '2011-04', origins: [], doubtful: [] },
        backCast: false,
        values: Array.from({ length: MONTHS }, () => poisson(random, mean)),
      };
    }),
  ).flat();
}

function timed(what: string, run: () => number): void {
  const began = performance.now();
  const before = process.cpuUsage();
  const count = run();
  const { user, system } = process.cpuUsage(before);
  const processor = ((user + system) / 1000).toFixed(0);
  console.log(
    `${what}: ${count} charts in ${(performance.now() - began).toFixed(0)} ms, ${processor} ms of the processor`,
  );
}

const figures = madeUp();
const remembered = { singles: new Map(), rare: new Map() };
const drawAll = (from: '2011-04' | null) => () =>
  figures.filter((each) => controlChart(each, { ...NO_SETTINGS, from }, { remembered }) !== null).length;
const often = figures.filter(({ values }) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0) >= MONTHS);
timed('single values alone, all 15 years, first time in this process', () => {
  return often.filter((each) => controlChart(each, { ...NO_SETTINGS, from: '2011-04' }, { remembered }) !== null)
    .length;
});
timed('all 15 years, nothing remembered of what is rare', drawAll('2011-04'));
console.log(`  ${remembered.singles.size + remembered.rare.size} designs simulated`);
timed('all 15 years, remembered', drawAll('2011-04'));
timed('latest five years, nothing remembered of them', drawAll(null));
timed('latest five years, remembered', drawAll(null));

const script = fileURLToPath(new URL('./xmr.R', import.meta.url));
const R = 'Rscript';
const peer = spawnSync(R, [script, String(WARDS * monthly.length), String(MONTHS)], { encoding: 'utf8' });
console.log(peer.status === 0 ? peer.stdout.trim() : 'R is not installed here.');

const dataFolder = process.argv[2];
if (dataFolder !== undefined) {
  const wardroom = await openWardroom({ dataFolder, databaseUrl: null } as Parameters<typeof openWardroom>[0]);
  const platform = wardroom.actingAs({ kind: 'visitor' });
  const areas = (await performanceAreas(platform, { asAt: '2026-03-31' })).filter(({ kind }) => kind === 'ward');
  for (const turn of ['first', 'again']) {
    const began = performance.now();
    const asked = { measures: monthly.map(({ name }) => name), areas, vintage: null, from: null, to: null };
    const charts = await controlCharts(platform, asked);
    console.log(
      `from records, ${turn}: ${charts.length} charts of ${areas.length} wards in ${(performance.now() - began).toFixed(0)} ms`,
    );
  }
  await wardroom.close();
}
