import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { californiaUnits } from '../../../../test/builders/california-units.ts';
import { rankAmong } from '../inference/index.ts';
import { fitWithPredictors, type PredictorFit } from './index.ts';

/**
 * Cigarette sales of California and 38 states (Abadie, Diamond and Hainmueller 2010, table 2) and a run of the authors' own
 * package, kept beside the repository and never in it.
 */
const FOLDER = fileURLToPath(new URL('../../../../../shared/reference/ca_smoking_adh2010/', import.meta.url));
const PAPER = { Utah: 0.334, Nevada: 0.234, Montana: 0.199, Colorado: 0.164, Connecticut: 0.069 };
const START = 19;
/** States whose seven predictors a mixture of others has exactly. */
const MET_BY_MIXTURES = ['Illinois', 'Iowa', 'Nebraska', 'South Dakota'];

describe.skipIf(!existsSync(FOLDER))('California with predictors, as in the paper', () => {
  const units = existsSync(FOLDER) ? californiaUnits(readFileSync(`${FOLDER}smoking.csv`, 'utf8')) : [];
  const fitOf = (state: string): PredictorFit => {
    const own = units.find(({ name }) => name === state);
    if (!own) throw new Error(`No figures of ${state}.`);
    return fitWithPredictors(
      own,
      units.filter((unit) => unit !== own),
      START,
    );
  };
  const donors = units.filter(({ name }) => name !== 'California').map(({ name }) => name);

  it("has the paper's weights within 0.02, and no other state above that", () => {
    const { unitWeights } = fitOf('California');
    for (const [at, name] of donors.entries())
      expect(Math.abs((unitWeights[at] ?? 0) - (PAPER[name as keyof typeof PAPER] ?? 0)), name).toBeLessThan(0.02);
  });

  it('has a mean squared gap before the start no worse than 3.08, and gaps after it as printed', () => {
    const { loss, estimate, gaps, preRmspe } = fitOf('California');
    expect(loss).toBeLessThan(3.08);
    expect(preRmspe).toBeCloseTo(Math.sqrt(loss), 12);
    expect(Math.round(estimate)).toBe(-19);
    expect(Math.round(gaps.at(-1) ?? 0)).toBe(-26);
  });

  it('ranks first of 39 by the ratio of gaps, with fits as near as the reference package finds', () => {
    const peer = z
      .object({ pre_mspe: z.record(z.string(), z.number()) })
      .parse(JSON.parse(readFileSync(`${FOLDER}peer_run_Synth.json`, 'utf8'))).pre_mspe;
    const fits = units.map(({ name }) => fitOf(name));
    const ratios = fits.map(
      ({ gaps, loss }) => gaps.slice(START).reduce((sum, gap) => sum + gap ** 2, 0) / (gaps.length - START) / loss,
    );
    const own = units.findIndex(({ name }) => name === 'California');
    expect(rankAmong(ratios, own)).toEqual({ atLeast: 1, of: 39, share: 1 / 39 });
    // Where all predictors can be met we meet them, which the package does not, and can so come nearer in outcomes.
    const even = ({ predictorWeights }: PredictorFit) => new Set(predictorWeights).size === 1;
    expect(units.filter((_, at) => even(fits[at] as PredictorFit)).map(({ name }) => name)).toEqual(MET_BY_MIXTURES);
    const farther = units.filter(({ name }, at) => (fits[at]?.loss ?? Infinity) > 1.02 * (peer[name] ?? 0));
    expect(farther.map(({ name }) => name).filter((name) => !MET_BY_MIXTURES.includes(name))).toEqual([]);
  }, 60_000);
});
