// Estimates and placebos: California's, and every pair and triple of 30 areas, beside scipy's SLSQP on the same programmes.
// Run: npx tsx bench/causal/causal.ts [ROUNDS] [REFERENCE_DIR]   (Debian: python3-scipy)
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fitComparison, groupsOf, type Method, type Panel, placebosInSpace } from '../../src/lib/causal/index.ts';
import { median } from '../../src/lib/statistics/median.ts';
import { poisson, seededRandom } from '../../src/lib/statistics/random.ts';

const ROUNDS = Number(process.argv[2] ?? 15);
const FOLDER = process.argv[3] ?? new URL('../../../shared/reference', import.meta.url).pathname;

/** Median processor milliseconds of this process, which a busy machine lengthens least, and those of a clock. */
function measured(run: () => unknown): { processor: number; clock: number } {
  run();
  const rounds = Array.from({ length: ROUNDS }, () => {
    const [before, started] = [process.cpuUsage(), performance.now()];
    run();
    const { user, system } = process.cpuUsage(before);
    return { processor: (user + system) / 1000, clock: performance.now() - started };
  });
  return {
    processor: median(rounds.map(({ processor }) => processor)) ?? 0,
    clock: median(rounds.map(({ clock }) => clock)) ?? 0,
  };
}

function show(what: string, most: number | null, run: () => unknown): void {
  const { processor, clock } = measured(run);
  const bound = most === null ? '' : `, bound ${most} ms: ${clock <= most ? 'kept' : 'BROKEN'}`;
  console.log(`${what}: ${processor.toFixed(1)} ms of processor, ${clock.toFixed(1)} ms by the clock${bound}`);
}

/** Packs of cigarettes a head in 39 states; null where the reference files are not there. */
function california(): Panel | null {
  const file = `${FOLDER}/california_prop99/california_prop99.csv`;
  if (!existsSync(file)) return null;
  const rows = readFileSync(file, 'utf8').trim().split('\n').slice(1);
  const fields = rows.map((row) => row.split(';') as [string, string, string, string]);
  const units = [...new Set(fields.map(([state]) => state))];
  const times = [...new Set(fields.map(([, year]) => year))].toSorted();
  const packs = new Map(fields.map(([state, year, value]) => [`${state} ${year}`, Number(value)]));
  return { units, times, values: units.map((state) => times.map((year) => packs.get(`${state} ${year}`) as number)) };
}

/** Logs of monthly counts of 30 areas over 93 months, with seasons, drifts and walks of their own. */
function madeUp(seed: number): Panel {
  const random = seededRandom(seed);
  const times = Array.from({ length: 93 }, (_, month) => String(month));
  const values = Array.from({ length: 30 }, () => {
    const [mean, season, drift] = [150 + 200 * random(), 0.1 * random(), 0.004 * (random() - 0.5)];
    let walk = 0;
    return times.map((_, month) => {
      walk += 0.03 * (random() - 0.5);
      const rate = mean * Math.exp(season * Math.sin((month * Math.PI) / 6) + drift * month + walk);
      return Math.log(1 + poisson(random, rate));
    });
  });
  return { units: values.map((_, area) => `area ${area}`), times, values };
}

/** Throws where SLSQP finds anything better; says how long it took. */
function besidePeer(panel: Panel, start: number): void {
  const input = JSON.stringify({ values: panel.values, start });
  const script = new URL('peer_scipy.py', import.meta.url).pathname;
  const { stdout, status, stderr } = spawnSync('/usr/bin/python3', [script], { input, encoding: 'utf8' });
  if (status !== 0) {
    console.log(`scipy is not here, so there is no peer: ${stderr.trim().split('\n').at(-1)}`);
    return;
  }
  const numbers = stdout.trim().split('\n').map(Number);
  const placebos = inSpace(panel, start, 'sc', 1);
  const excess = placebos.map(({ preRmspe }, unit) => preRmspe ** 2 / (numbers[unit] as number) - 1);
  if (Math.max(...excess) > 1e-6) throw new Error(`SLSQP is better by a share of ${Math.max(...excess)}`);
  const worst = (-100 * Math.min(...excess)).toFixed(3);
  console.log(
    `SLSQP for the same: ${((numbers.at(-1) ?? 0) * 1000).toFixed(0)} ms; its worst is ${worst} % from the best`,
  );
}

function inSpace(panel: Panel, start: number, method: Method, size: number) {
  const groups = groupsOf([...panel.units.keys()], size, null);
  return placebosInSpace({ panel, start, method, groups, combine: size === 1 ? 'mean' : 'log-mean' });
}

const states = california();
if (states === null) {
  console.log(`The reference files are not in ${FOLDER}: California is left out.`);
} else {
  const [treated, start] = [states.units.indexOf('California'), states.times.indexOf('1989')];
  const donors = states.values.filter((_, unit) => unit !== treated);
  const comparison = { treated: states.values[treated] as readonly number[], donors, start, treatedUnits: 1 };
  show('California, SDID', 10, () => fitComparison(comparison, 'sdid'));
  show('California, SDID as published', null, () => fitComparison(comparison, 'sdid', 'as published'));
  const random = seededRandom(1);
  const others = [...states.units.keys()].filter((unit) => unit !== treated);
  const drawn = Array.from({ length: 200 }, () => [others[Math.floor(random() * others.length)] as number]);
  const replications = { panel: states, start, groups: drawn, never: [treated], combine: 'mean' } as const;
  show('200 placebo replications, SDID', 150, () => placebosInSpace({ ...replications, method: 'sdid' }));
  show('All 39 states in turn, SC', 50, () => inSpace(states, start, 'sc', 1));
  besidePeer(states, start);
}
const outcomes = [1, 2, 3, 4, 5, 6].map(madeUp);
show('All 435 pairs of 30 areas, 6 outcomes, SC and SDID', 5000, () => {
  for (const panel of outcomes) for (const method of ['sc', 'sdid'] as const) inSpace(panel, 80, method, 2);
});
for (const method of ['sc', 'sdid'] as const) {
  show(`All 4,060 triples of 30 areas, ${method}`, null, () => inSpace(outcomes[0] as Panel, 80, method, 3));
}
besidePeer(outcomes[0] as Panel, 80);
