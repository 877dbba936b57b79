import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { seededRandom } from '../../statistics/random.ts';
import type { Comparison } from '../model.ts';
import { conformalP, conformalPOfTimes, pointwiseIntervals } from './conformal.ts';

/**
 * Log female gonorrhoea in Rhode Island and 50 other states, 1985 to 2009, and what the authors' own R says of it, kept beside
 * the repository and never in it. Treated from 2004; weights with the constraint set of synthetic control; sums of absolute
 * residuals; α = 0.1; effects from −5 to 2 in steps of 0.01.
 */
const FOLDER = fileURLToPath(new URL('../../../../../shared/reference/conformal_cwz2021/', import.meta.url));
const START = 19;
const GRID = Array.from({ length: 701 }, (_, at) => (at - 500) / 100);

function rhodeIsland(times = 25, start = START): Comparison {
  const lines = readFileSync(`${FOLDER}logfemrate.txt`, 'utf8').trim().split(/\r?\n/).slice(1);
  const rows = lines.map((line) => line.split('\t').map(Number)).slice(0, times);
  const states = (rows[0] ?? []).map((_, state) => rows.map((row) => row[state] as number));
  return { treated: states[0] ?? [], donors: states.slice(1), start, treatedUnits: 1 };
}

function expectedOf(name: string): number {
  const { values } = z
    .object({ values: z.record(z.string(), z.number()) })
    .parse(JSON.parse(readFileSync(`${FOLDER}expected.json`, 'utf8')));
  return values[name] ?? Number.NaN;
}

describe.skipIf(!existsSync(FOLDER))('conformal inference beside its authors', () => {
  it('has their p-value by moving blocks', () => {
    expect(conformalP(rhodeIsland(), { predictor: 'sc' })).toBeCloseTo(expectedOf('p_mb'), 12);
  });

  it('has by all 177,100 choices of times what they drew 5,000 for, within the error of so many', () => {
    const p = conformalPOfTimes(rhodeIsland(), { predictor: 'sc' }, seededRandom(1));
    expect(Math.abs(p - expectedOf('p_iid'))).toBeLessThan(3 * Math.sqrt((p * (1 - p)) / 5000));
    expect(p * 177_100).toBeCloseTo(Math.round(p * 177_100), 6);
  });

  it.each([1, 2, 3])('has their p-value of the last %i years before the start', (years) => {
    const p = conformalP(rhodeIsland(START, START - years), { predictor: 'sc' });
    expect(p).toBeCloseTo(expectedOf(`placebo_mb_T1_${years}`), 9);
  });

  it('has their interval of every year, to the grid', () => {
    const intervals = pointwiseIntervals(rhodeIsland(), 'sc', GRID, 0.1);
    expect(intervals).toHaveLength(6);
    for (const [at, interval] of intervals.entries()) {
      expect(interval?.low).toBeCloseTo(expectedOf(`lb_${2004 + at}`), 9);
      expect(interval?.high).toBeCloseTo(expectedOf(`ub_${2004 + at}`), 9);
    }
  });
});
