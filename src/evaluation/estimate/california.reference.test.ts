import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { estimateFile } from './estimate-file.ts';
import { parsePredictor } from './read-predictors.ts';

/** Table 2 of Abadie, Diamond and Hainmueller (2010); the figures are kept beside the repository and never in it. */
const FILE = fileURLToPath(new URL('../../../../shared/reference/ca_smoking_adh2010/smoking.csv', import.meta.url));
const PAPER: Record<string, number> = {
  ...{ Utah: 0.334, Nevada: 0.234, Montana: 0.199, Colorado: 0.164, Connecticut: 0.069 },
};
const PREDICTORS = [
  ...['lnincome@1980..1988', 'retprice@1980..1988', 'age15to24@1980..1988', 'beer@1984..1988'],
  ...['cigsale@1975', 'cigsale@1980', 'cigsale@1988'],
];

describe.skipIf(!existsSync(FILE))('California with predictors, from the table as it was published', () => {
  it("has the paper's weights within 0.02, the lowest p of 39, and figures of all seven", () => {
    const answer = estimateFile(readFileSync(FILE, 'utf8'), {
      ...{ columns: { unit: 'state', time: 'year', outcome: 'cigsale' }, treated: ['California'], start: '1989' },
      ...{ method: 'sc', mode: 'exact', predictors: PREDICTORS.flatMap((text) => parsePredictor(text) ?? []) },
    });
    if (answer.kind !== 'estimated' || !('predictors' in answer)) throw new Error('It was not estimated.');
    for (const state of Object.keys({ ...PAPER, ...answer.weights }))
      expect(Math.abs((answer.weights[state] ?? 0) - (PAPER[state] ?? 0)), state).toBeLessThan(0.02);
    expect(Math.round(answer.estimate)).toBe(-19);
    expect(answer.pValue).toBe(1 / 39);
    expect(answer.predictors.map(({ name }) => name)).toEqual(PREDICTORS);
    const beer = answer.predictors[3];
    expect(beer?.treated).toBeCloseTo(24.28, 5);
    expect(beer?.synthetic).toBeCloseTo(24.2, 1);
  });
});
