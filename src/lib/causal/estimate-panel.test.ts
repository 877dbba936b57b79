import { describe, expect, it } from 'vitest';
import { InvalidArgument } from '../invalid-argument.ts';
import { normal, seededRandom } from '../statistics/random.ts';
import { estimatePanel } from './estimate-panel.ts';
import type { Panel } from './model.ts';

/** Units over twelve times about levels of their own, the first with an effect of 5 from the ninth time on. */
function madeUp(units: number, effect = 5): Panel {
  const random = seededRandom(2);
  const names = Array.from({ length: units }, (_, at) => `U${at}`);
  const times = Array.from({ length: 12 }, (_, t) => String(2010 + t));
  const values = names.map((_, at) => times.map((_, t) => 20 + normal(random) + (at === 0 && t >= 8 ? effect : 0)));
  return { units: names, times, values };
}

describe('an estimate of any panel', () => {
  it('is beyond every placebo where the effect is', () => {
    const answer = estimatePanel({ panel: madeUp(15), treated: [0], start: 8, method: 'did' });
    expect(answer).toMatchObject({ kind: 'estimated', method: 'did', mode: 'exact', pValue: 1 / 15, dualityGap: 0 });
    if (answer.kind !== 'estimated') return;
    expect(answer.seKind).toBe('standard deviation of 14 enumerated placebos');
    const { estimate, placebos, interval } = answer;
    expect(placebos.every((each) => Math.abs(each.estimate) < Math.abs(estimate))).toBe(true);
    expect(interval?.low).toBeGreaterThan(0);
    expect(interval?.low).toBeLessThan(estimate);
    expect(Object.values(answer.weights)).toHaveLength(14);
    expect(Object.keys(answer.timeWeights)).toEqual(['2010', '2011', '2012', '2013', '2014', '2015', '2016', '2017']);
    expect(answer.effects.map(({ time }) => time)).toEqual(['2018', '2019', '2020', '2021']);
    const mean = answer.effects.reduce((sum, { effect }) => sum + effect / 4, 0);
    expect(mean).toBeCloseTo(estimate, 10);
  });

  it('averages several treated units, and sets them among every group of as many', () => {
    const answer = estimatePanel({ panel: madeUp(8), treated: [1, 0], start: 8, method: 'difp' });
    if (answer.kind !== 'estimated') throw new Error(answer.because);
    expect(answer.smallestP).toBe(1 / 28);
    expect(answer.placebos).toHaveLength(15);
    expect(answer.placebos[0]?.unit).toBe('U2 + U3');
  });

  it('draws groups where they are too many to take every one, and says so', () => {
    const answer = estimatePanel({ panel: madeUp(34), treated: [0, 1, 2, 3], start: 8, method: 'did', seed: 4 });
    if (answer.kind !== 'estimated') throw new Error(answer.because);
    expect(answer.seKind).toBe('standard deviation of 10000 randomly drawn placebos');
    expect(answer.placebos).toHaveLength(10_000);
  });

  it('has no standard error where no group is left without treated units', () => {
    const answer = estimatePanel({ panel: madeUp(3), treated: [0, 1], start: 8, method: 'did' });
    expect(answer).toMatchObject({ kind: 'estimated', se: null, placebos: [] });
  });

  it('is refused with fewer than four times before the start, or with nothing to compare with', () => {
    const panel = madeUp(6);
    const short = estimatePanel({ panel, treated: [0], start: 3, method: 'sc' });
    expect(short).toMatchObject({ kind: 'refused', because: expect.stringContaining('Only 3 of the times') });
    expect(estimatePanel({ panel, treated: [0], start: 4, method: 'sc' }).kind).toBe('estimated');
    const alone = estimatePanel({ panel, treated: [0, 1, 2, 3, 4, 5], start: 8, method: 'sc' });
    expect(alone).toMatchObject({
      kind: 'refused',
      because: 'Every unit is treated: leave at least one to compare with.',
    });
  });

  it('is refused where the fit before the start is too poor to believe, both figures said', () => {
    const panel = madeUp(15);
    const far = {
      ...panel,
      values: panel.values.map((row, at) => row.map((value) => (at === 0 ? value + 40 : value))),
    };
    const answer = estimatePanel({ panel: far, treated: [0], start: 8, method: 'sc' });
    expect(answer).toMatchObject({ kind: 'refused' });
    if (answer.kind === 'refused') expect(answer.because).toMatch(/gap is \d.*comparison groups is \d/);
    // A fixed difference is nothing to the others.
    expect(estimatePanel({ panel: far, treated: [0], start: 8, method: 'difp' }).kind).toBe('estimated');
  });

  it('refuses units that there are not', () => {
    const panel = madeUp(6);
    expect(() => estimatePanel({ panel, treated: [6], start: 8, method: 'sc' })).toThrow(InvalidArgument);
    expect(() => estimatePanel({ panel, treated: [1, 1], start: 8, method: 'sc' })).toThrow(InvalidArgument);
    expect(() => estimatePanel({ panel, treated: [], start: 8, method: 'sc' })).toThrow(InvalidArgument);
  });
});
