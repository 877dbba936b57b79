// Hands officers out under 10,000 weightings of 37 and of 680 wards, beside the hand-out in a loop and beside numpy.
// Run with: npx tsx bench/stability/stability.ts [ROUNDS]

import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type AcceptabilityQuestion, acceptability } from '../../src/lib/acceptability/index.ts';
import { sampleSimplex } from '../../src/lib/acceptability/sample-simplex.ts';
import { handOut } from '../../src/lib/apportionment/index.ts';
import { seededRandom } from '../../src/lib/statistics/random.ts';
import { madeUpShares } from '../../test/builders/demand-index.ts';

const SAMPLES = 10_000;
const COMPONENTS = 6;
const SEED = 1;
const CASES = [
  { wards: 37, officers: 118, targetSeconds: 0.3 },
  { wards: 680, officers: 1700, targetSeconds: 2 },
] as const;
const rounds = Number(process.argv[2] ?? 5);
const [FLOOR, CEILING] = [2, 7];

const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
const show = (seconds: number) => `${(seconds * 1000).toFixed(0)} ms`;

/** Processor seconds of this process for one call, which a busy machine does not lengthen. */
function processorSeconds(compute: () => void): number {
  const before = process.cpuUsage();
  compute();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

function drawnWeights(): Float64Array[] {
  const random = seededRandom(SEED);
  return Array.from({ length: SAMPLES }, () => {
    const weights = new Float64Array(COMPONENTS);
    sampleSimplex(random, weights);
    return weights;
  });
}

/** The plainest peer: the hand-out of every weighting, and nothing else counted than its numbers. */
function inALoop({ shares, floors, ceilings, officers }: AcceptabilityQuestion): Record<string, number>[] {
  const seen = floors.map((): Record<string, number> => ({}));
  for (const weights of drawnWeights()) {
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    const demand = floors.map((_, ward) =>
      shares.reduce((sum, each, place) => sum + ((weights[place] ?? 0) / all) * (each?.[ward] ?? 0), 0),
    );
    const answer = handOut(demand, floors, ceilings, officers, 0);
    if (answer.kind !== 'optimal') throw new Error('The benchmark has a plan.');
    answer.officers.forEach((number, ward) => {
      const own = seen[ward] ?? {};
      own[number] = (own[number] ?? 0) + 1;
    });
  }
  return seen;
}

const numpyAnswer = z.object({ seconds: z.number(), counts: z.array(z.array(z.number())) });

/** What numpy takes and counts; null where it is not installed. */
function inNumpy({ shares, officers }: AcceptabilityQuestion): z.infer<typeof numpyAnswer> | null {
  const input = JSON.stringify({
    ...{ shares, officers, floor: FLOOR, ceiling: CEILING },
    weights: drawnWeights().map((weights) => Array.from(weights)),
  });
  try {
    const file = fileURLToPath(new URL('./peer_numpy.py', import.meta.url));
    const options = { input, maxBuffer: 1e9, env: { ...process.env, OPENBLAS_NUM_THREADS: '1' } };
    return numpyAnswer.parse(JSON.parse(execFileSync('python3', [file], options).toString()));
  } catch {
    return null;
  }
}

let different = false;
for (const { wards, officers, targetSeconds } of CASES) {
  const question: AcceptabilityQuestion = {
    shares: Array.from({ length: COMPONENTS }, (_, component) => madeUpShares(wards, 100 + component)),
    floors: Array.from({ length: wards }, () => FLOOR),
    ceilings: Array.from({ length: wards }, () => CEILING),
    ...{ officers, regions: null, samples: SAMPLES, seed: SEED },
  };
  let answer = acceptability(question);
  const own: number[] = [];
  const walls: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    own.push(
      processorSeconds(() => {
        answer = acceptability(question);
      }),
    );
    walls.push((performance.now() - start) / 1000);
  }
  let counted: Record<string, number>[] = [];
  const loop = processorSeconds(() => {
    counted = inALoop(question);
  });
  const same = answer.every(({ shares }, ward) =>
    Object.entries(shares).every(([number, share]) => Math.round(share * SAMPLES) === counted[ward]?.[number]),
  );
  different ||= !same;
  console.log(`${wards} wards, ${officers} officers, ${COMPONENTS} components, ${SAMPLES} weightings, seed ${SEED}`);
  console.log(
    `  stability          median ${show(median(own))} of the processor, ${show(median(walls))} by the clock, of ${rounds} runs; target ${show(targetSeconds)}: ${median(own) <= targetSeconds ? 'met' : 'MISSED'}`,
  );
  console.log(
    `  handOut in a loop  ${show(loop)}, ${(loop / median(own)).toFixed(1)} times as long, without ranks or drivers; numbers ${same ? 'identical' : 'DIFFERENT'}`,
  );
  const numpy = inNumpy(question);
  if (numpy === null) console.log('  numpy              not installed');
  else {
    const off = answer.flatMap(({ shares }, ward) =>
      (numpy.counts[ward] ?? []).map((count, number) => Math.abs(count - Math.round((shares[number] ?? 0) * SAMPLES))),
    );
    const most = Math.max(...off);
    console.log(
      `  numpy              ${show(numpy.seconds)}, ${(numpy.seconds / median(own)).toFixed(1)} times as long; its counts differ by at most ${most} of ${SAMPLES}`,
    );
  }
}
if (different) process.exitCode = 1;
