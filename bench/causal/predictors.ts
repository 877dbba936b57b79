// Synthetic control with predictors: California and its 38 placebos, beside the mean squared gaps of the authors' package.
// Run with: npx tsx bench/causal/predictors.ts [FOLDER] [ROUNDS]

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rankAmong } from '../../src/lib/causal/inference/index.ts';
import { fitWithPredictors } from '../../src/lib/causal/predictors/index.ts';
import { californiaUnits } from '../../test/builders/california-units.ts';

const SHARED = fileURLToPath(new URL('../../../shared/reference/ca_smoking_adh2010', import.meta.url));
const START = 19;
const [folder = SHARED, rounds = '3'] = process.argv.slice(2);

const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
const units = californiaUnits(readFileSync(`${folder}/smoking.csv`, 'utf8'));
const peer: { pre_mspe: Record<string, number> } = JSON.parse(readFileSync(`${folder}/peer_run_Synth.json`, 'utf8'));

/** Processor seconds of this process for one call, which a busy machine does not lengthen. */
function processorSeconds(compute: () => void): number {
  const before = process.cpuUsage();
  compute();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const fitOf = (own: (typeof units)[number]) =>
  fitWithPredictors(
    own,
    units.filter((unit) => unit !== own),
    START,
  );
const california = units.findIndex(({ name }) => name === 'California');
const one: number[] = [];
const all: number[] = [];
for (let round = 0; round < Number(rounds); round += 1) {
  one.push(processorSeconds(() => fitOf(units[california] as (typeof units)[number])));
  all.push(processorSeconds(() => units.forEach(fitOf)));
}
const fits = units.map(fitOf);
const ratios = fits.map(
  ({ gaps, loss }) => gaps.slice(START).reduce((sum, gap) => sum + gap ** 2, 0) / (gaps.length - START) / loss,
);
const beside = fits.map(({ loss }, at) => loss / (peer.pre_mspe[units[at]?.name ?? ''] ?? Number.NaN));
console.log(
  `California: ${median(one).toFixed(2)} s (bound 1 s), mean squared gap ${fits[california]?.loss.toFixed(4)}`,
);
console.log(`All 39: ${median(all).toFixed(1)} s (bound 20 s), rank ${rankAmong(ratios, california).atLeast} of 39`);
console.log(
  `Mean squared gaps over those of Synth: ${beside.filter((ratio) => ratio <= 1.02).length} of 39 at most 1.02,`,
  `median ${median(beside).toFixed(3)}, from ${Math.min(...beside).toFixed(3)} to ${Math.max(...beside).toFixed(3)}`,
);
