import { describe, expect, it } from 'vitest';
import { InvalidArgument } from '../invalid-argument.ts';
import { normal, seededRandom } from '../statistics/random.ts';
import { combine } from './combine.ts';
import { fitComparison } from './fit-comparison.ts';
import { groupsOf } from './groups-of.ts';
import { leaveOneOut } from './leave-one-out.ts';
import type { Method, Panel } from './model.ts';
import { placebosInSpace } from './placebos-in-space.ts';
import { placebosInTime } from './placebos-in-time.ts';

const METHODS: Method[] = ['did', 'sc', 'difp', 'sdid'];
const START = 15;

/** Nine units over twenty times, logs of counts about 50 that share a wave. */
function madeUp(): Panel {
  const random = seededRandom(11);
  const units = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'];
  const times = Array.from({ length: 20 }, (_, t) => `t${t}`);
  const values = units.map(() => {
    const [level, share] = [4 + 0.3 * normal(random), normal(random)];
    return times.map((_, t) => level + 0.2 * share * Math.sin(t) + 0.1 * normal(random));
  });
  return { units, times, values };
}

/** What a placebo is without anything shared between groups. */
function oneByOne(panel: Panel, group: readonly number[], never: readonly number[], method: Method) {
  const rows = panel.values;
  const others = [...rows.keys()].filter((unit) => !group.includes(unit) && !never.includes(unit));
  const treated = combine(
    group.map((unit) => rows[unit] as readonly number[]),
    'log-mean',
  );
  const donors = others.map((unit) => rows[unit] as readonly number[]);
  return { others, fit: fitComparison({ treated, donors, start: START, treatedUnits: group.length }, method) };
}

describe('placebos in space', () => {
  it.each(METHODS)('%s: each is the fit of its group alone, whatever it shares with others', (method) => {
    const panel = madeUp();
    const groups = groupsOf([...panel.units.keys()], 2, null);
    for (const never of [[], [3, 5]]) {
      const placebos = placebosInSpace({ panel, start: START, method, groups, never, combine: 'log-mean' });
      placebos.forEach((placebo, at) => {
        const { others, fit } = oneByOne(panel, groups[at] as readonly number[], never, method);
        expect(placebo.group).toEqual(groups[at]);
        expect(placebo.estimate).toBeCloseTo(fit.estimate, 6);
        expect(placebo.preRmspe).toBeCloseTo(fit.preRmspe, 6);
        expect(placebo.standardised).toBeCloseTo(fit.estimate / fit.preRmspe, 4);
        placebo.weights.forEach((weight, unit) => {
          const donor = others.indexOf(unit);
          expect(weight).toBeCloseTo(donor === -1 ? 0 : (fit.unitWeights[donor] as number), 5);
        });
        const after = fit.gaps.slice(START);
        const moved = Math.sqrt(after.reduce((sum, gap) => sum + gap ** 2 / after.length, 0));
        expect(placebo.ratio).toBeCloseTo(moved / fit.preRmspe, 4);
      });
    }
  });

  it('do not rank groups by the rounding of a fit without error', () => {
    // Eleven donors fit four times without error: what is left before the start is rounding.
    const random = seededRandom(5);
    const values = Array.from({ length: 12 }, () => Array.from({ length: 9 }, () => normal(random)));
    const panel = { units: values.map((_, unit) => `u${unit}`), times: [...'abcdefghi'], values };
    const groups = groupsOf([...values.keys()], 1, null);
    const placebos = placebosInSpace({ panel, start: 2, method: 'sc', groups, combine: 'mean' });
    const perfect = placebos.filter(({ preRmspe }) => preRmspe < 1e-5);
    expect(perfect.length).toBeGreaterThan(3);
    for (const { estimate, standardised, preRmspe } of perfect) {
      expect(preRmspe).toBeGreaterThan(1e-7);
      expect(standardised).toBeCloseTo(estimate / preRmspe, 6);
    }
  });

  it('are refused for units that there are not, and where nothing is left to compare with', () => {
    const panel = madeUp();
    const ask = (groups: number[][], never: number[] = []) =>
      placebosInSpace({ panel, start: START, method: 'sc', groups, never, combine: 'mean' });
    expect(() => ask([[9]])).toThrow(InvalidArgument);
    expect(() => ask([[1, 1]])).toThrow(InvalidArgument);
    expect(() => ask([[]])).toThrow(InvalidArgument);
    expect(() => ask([[0, 1]], [2, 3, 4, 5, 6, 7, 8])).toThrow(InvalidArgument);
  });
});

describe('placebos in time', () => {
  const comparison = () => {
    const [treated, ...donors] = madeUp().values as [number[], ...number[][]];
    return { treated, donors, start: START, treatedUnits: 1 };
  };

  it('see nothing of what came after the true start', () => {
    const truth = comparison();
    const loud = { ...truth, treated: truth.treated.map((value, t) => (t < START ? value : 1e6)) };
    const asked = { method: 'sdid', starts: [8, 12] } as const;
    expect(placebosInTime(loud, asked)).toEqual(placebosInTime(truth, asked));
    const [first] = placebosInTime(truth, asked);
    expect(first?.start).toBe(8);
    expect(first?.fit.gaps).toHaveLength(START);
  });

  it('find what began at the earlier time', () => {
    const truth = comparison();
    const early = { ...truth, treated: truth.treated.map((value, t) => (t < 10 ? value : value + 3)) };
    const [before] = placebosInTime(truth, { method: 'difp', starts: [10] });
    const [after] = placebosInTime(early, { method: 'difp', starts: [10] });
    expect((after?.fit.estimate ?? 0) - (before?.fit.estimate ?? 0)).toBeCloseTo(3, 10);
  });

  it('begin before the true start', () => {
    expect(() => placebosInTime(comparison(), { method: 'did', starts: [START] })).toThrow(InvalidArgument);
  });

  it.each(METHODS)('%s: leaving a donor out is fitting without it', (method) => {
    const truth = comparison();
    const left = leaveOneOut(truth, method);
    expect(left.map(({ donor }) => donor)).toEqual([...truth.donors.keys()]);
    for (const { donor, estimate } of left) {
      const donors = truth.donors.filter((_, other) => other !== donor);
      expect(estimate).toBeCloseTo(fitComparison({ ...truth, donors }, method).estimate, 6);
    }
    expect(leaveOneOut({ ...truth, donors: truth.donors.slice(0, 1) }, method)).toEqual([]);
  });
});
