import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { estimatePanel } from './estimate-panel.ts';
import { fitComparison } from './fit-comparison.ts';
import { groupsOf } from './groups-of.ts';
import type { Method } from './model.ts';
import { placebosInSpace } from './placebos-in-space.ts';

/**
 * Cigarette packs a head in 39 states from 1970 to 2000, California treated from 1989, with estimates of the reference
 * package of Arkhangelsky et al. (2021) and of quadratic programmes solved to 1e-10; not shipped with Wardroom.
 */
const FOLDER = new URL('../../../../shared/reference/california_prop99/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');
const METHODS: Method[] = ['did', 'sc', 'difp', 'sdid'];

function california() {
  const rows = read('california_prop99.csv').trim().split('\n').slice(1);
  const fields = rows.map((row) => row.split(';') as [string, string, string, string]);
  const units = [...new Set(fields.map(([state]) => state))];
  const times = [...new Set(fields.map(([, year]) => year))].toSorted();
  const packs = new Map(fields.map(([state, year, value]) => [`${state} ${year}`, Number(value)]));
  const values = units.map((state) => times.map((year) => packs.get(`${state} ${year}`) as number));
  const treated = units.indexOf('California');
  const comparison = {
    treated: values[treated] as number[],
    donors: values.filter((_, unit) => unit !== treated),
    start: times.indexOf('1989'),
    treatedUnits: 1,
  };
  return {
    panel: { units, times, values },
    treated,
    comparison,
    states: units.filter((state) => state !== 'California'),
  };
}

describe.skipIf(!existsSync(FOLDER))('California and Proposition 99', () => {
  it.each(METHODS)('%s, exact: estimate, weights, times and every year', (method) => {
    const { panel, comparison, states } = california();
    const expected = JSON.parse(read('exact_qp.json'))[method];
    const fit = fitComparison(comparison, method);
    expect(fit.dualityGap).toBeLessThan(1e-8);
    expect(Math.abs(fit.estimate - expected.estimate)).toBeLessThan(1e-4);
    states.forEach((state, donor) => {
      expect(Math.abs((fit.unitWeights[donor] as number) - (expected.omega[state] ?? 0))).toBeLessThan(1e-4);
    });
    panel.times.forEach((year, t) => {
      if (t < comparison.start) expect(fit.timeWeights?.[t] ?? 0).toBeCloseTo(expected.lam[year] ?? 0, 4);
      else expect(Math.abs((fit.gaps[t] as number) - expected.curve[year])).toBeLessThan(1e-4);
    });
  });

  it.each(METHODS)('%s, as published: what the reference package gives', (method) => {
    const expected = JSON.parse(read('expected.json')).R_synthdid_run_here[method.toUpperCase()];
    const published = fitComparison(california().comparison, method, 'as published');
    expect(Math.abs(published.estimate - expected)).toBeLessThan(0.001);
    // It stops early, and its gap shows it.
    if (method !== 'did') expect(published.dualityGap).toBeGreaterThan(1e-8);
  });

  it('has the enumerated standard error with own and with fixed regularisation, and every placebo', () => {
    const { panel, comparison, treated, states } = california();
    const expected = JSON.parse(read('exact_qp.json')).placebo_exhaustive;
    const donors = [...panel.units.keys()].filter((unit) => unit !== treated);
    const common = { panel, start: comparison.start, method: 'sdid', combine: 'mean', never: [treated] } as const;
    const spread = (estimates: number[]) => {
      const mean = estimates.reduce((sum, each) => sum + each / estimates.length, 0);
      return Math.sqrt(estimates.reduce((sum, each) => sum + (each - mean) ** 2 / estimates.length, 0));
    };
    const groups = groupsOf(donors, 1, null);
    const own = placebosInSpace({ ...common, groups });
    expect(spread(own.map(({ estimate }) => estimate))).toBeCloseTo(expected.se_own_zeta, 6);
    const zeta = JSON.parse(read('expected.json')).R_synthdid_run_here.zeta_omega;
    const fixed = placebosInSpace({ ...common, groups, zeta });
    expect(spread(fixed.map(({ estimate }) => estimate))).toBeCloseTo(expected.se_fixed_zeta, 6);
    fixed.forEach(({ estimate }, at) => {
      expect(estimate).toBeCloseTo(expected.taus_fixed_zeta[states[at] as string], 5);
    });
  });

  it('gives a panel all that it rests on: SDID is beyond every other state, by lot 1 in 39', () => {
    const { panel, treated, comparison } = california();
    const answer = estimatePanel({ panel, treated: [treated], start: comparison.start, method: 'sdid' });
    expect(answer).toMatchObject({ kind: 'estimated', pValue: 1 / 39, smallestP: 1 / 39 });
    if (answer.kind !== 'estimated') return;
    expect(answer.se).toBeCloseTo(9.368416, 5);
    expect(answer.placebos).toHaveLength(38);
    expect(answer.effects.map(({ time }) => time)).toEqual(panel.times.slice(comparison.start));
    // Zero is ruled out by the range as it is by the lot.
    expect(answer.interval?.high).toBeLessThan(0);
  });
});
