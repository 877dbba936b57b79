// Compares 448 pairs of counts by every test, beside R's poisson.test and statsmodels' E-test on the same pairs.
// Run: npx tsx bench/counts/counts.ts [ROUNDS]   (Debian: r-base-core python3-statsmodels)
import { spawnSync } from 'node:child_process';
import { compareCounts, compareCountsMidP, eTest } from '../../src/lib/statistics/counts/index.ts';
import { median } from '../../src/lib/statistics/median.ts';
import { normal, poisson, seededRandom } from '../../src/lib/statistics/random.ts';

const ROUNDS = Number(process.argv[2] ?? 15);
const MOST_MILLISECONDS = 30;

/** Fourteen measures of 32 boroughs, from a few events a year to several thousand, this year and the year before. */
const random = seededRandom(20_260_301);
const PAIRS = Array.from({ length: 448 }, (_, index) => {
  const perYear = 4 * 2 ** ((index % 14) * 0.75);
  const current = poisson(random, perYear * Math.exp(0.3 * normal(random)));
  return { current, previous: 1 + poisson(random, perYear), exposure: [366, 365] as const };
});

const TESTS = {
  exact: () => PAIRS.map(({ current, previous, exposure }) => compareCounts(current, previous, { exposure })),
  midP: () => PAIRS.map(({ current, previous, exposure }) => compareCountsMidP(current, previous, { exposure })),
  eTest: () => PAIRS.map(({ current, previous, exposure }) => eTest(current, previous, { exposure })),
};

/** Processor milliseconds of this process for one call, which a busy machine does not lengthen. */
function milliseconds(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** What a peer prints for all pairs, a line each, and its own seconds. */
function askPeer(command: string, script: string): { answers: number[][]; seconds: number } {
  const input = PAIRS.map(({ current, previous, exposure }) => [current, previous, ...exposure].join(' ')).join('\n');
  const { stdout, stderr, status } = spawnSync(command, [new URL(script, import.meta.url).pathname], {
    input: `${input}\n`,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${command} failed: ${stderr}`);
  const lines = stdout.trim().split('\n');
  return { answers: lines.slice(0, -1).map((line) => line.split(' ').map(Number)), seconds: Number(lines.at(-1)) };
}

/** Throws where one of ours is not the peer's. */
function mustAgree(name: string, ours: number[][], theirs: number[][], tolerance: number): void {
  if (ours.length !== theirs.length) throw new Error(`${name}: ${theirs.length} answers of ${ours.length}`);
  ours.forEach((numbers, pair) => {
    numbers.forEach((ourNumber, index) => {
      const theirNumber = theirs[pair]?.[index] ?? Number.NaN;
      if (ourNumber === theirNumber || Math.abs(ourNumber / theirNumber - 1) <= tolerance) return;
      throw new Error(`${name}, ${JSON.stringify(PAIRS[pair])}: ${ourNumber} beside ${theirNumber}`);
    });
  });
}

const r = askPeer('Rscript', 'peer.R');
const python = askPeer('/usr/bin/python3', 'peer_etest.py');
const exact = TESTS.exact();
const midP = TESTS.midP();
mustAgree(
  'R',
  exact.map(({ pValue, interval }, pair) => [pValue, ...interval, midP[pair]?.pValue ?? Number.NaN]),
  r.answers,
  1e-9,
);
// statsmodels sums over a grid that leaves out some of the far tails.
mustAgree(
  'statsmodels',
  TESTS.eTest().map(({ pValue }) => [pValue + 1e-6]),
  python.answers.map(([pValue = Number.NaN]) => [pValue + 1e-6]),
  1e-6,
);

const firstTime = Object.values(TESTS).map(milliseconds);
const rounds = Array.from({ length: ROUNDS }, () => Object.values(TESTS).map(milliseconds));
Object.keys(TESTS).forEach((name, test) => {
  const middle = median(rounds.map((round) => round[test] ?? 0)) ?? 0;
  console.log(`${name}: ${middle.toFixed(1)} ms (first ${firstTime[test]?.toFixed(1)} ms)`);
});
const together = median(rounds.map((round) => round.reduce((sum, each) => sum + each, 0))) ?? 0;
console.log(`all three: ${together.toFixed(1)} ms for ${PAIRS.length} pairs, at most ${MOST_MILLISECONDS} ms`);
console.log(
  `R, poisson.test three times: ${(1000 * r.seconds).toFixed(0)} ms; statsmodels: ${python.seconds.toFixed(1)} s`,
);
console.log('Every p-value and limit agrees.');
if (together > MOST_MILLISECONDS) process.exitCode = 1;
