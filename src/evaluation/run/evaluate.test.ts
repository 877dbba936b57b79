import { describe, expect, it } from 'vitest';
import { CHARTER } from '../../../test/builders/charter-samples.ts';
import type { Month } from '../../lib/calendar/month.ts';
import type { Charter, EvaluationResult } from '../model.ts';
import type { AreaFigures } from '../panel/model.ts';
import { evaluate } from './evaluate.ts';
import type { EvaluationInput } from './model.ts';

const FROM: Month = '2027-04';
const AREAS = Array.from({ length: 9 }, (_, at) => ({ code: `E0900000${at}`, name: `Area ${at}` }));
const [ONE, TWO] = ['E09000001', 'E09000002'];

/** Counts about 200 that wave in every area's own way; those of one are `times` as many from a month on. */
function figures(
  measure: string,
  months: number,
  times: number,
  without?: { area: string; at: number },
): AreaFigures[] {
  return AREAS.map(({ code }, place) => ({
    ...{ measure, area: code, firstMonth: FROM },
    values: Array.from({ length: months }, (_, at) => {
      if (without?.area === code && without.at === at) return null;
      const usual = 200 + 10 * place + 12 * Math.sin(at * 0.9 + place * 2.1) + 7 * Math.cos(at * (1.3 + 0.1 * place));
      return Math.round(usual * (code === ONE && at >= 24 ? times : 1));
    }),
  }));
}

const group = (name: string, area: string) => ({ name, areas: [area], start: '2029-04' as Month, transitionMonths: 0 });

const charter: Charter = {
  ...CHARTER,
  treated: [group('One', ONE), group('Two', TWO)],
  comparison: { ...CHARTER.comparison, excluded: [] },
  ...{ preFrom: FROM, end: '2030-03', looks: ['2029-09', '2030-03'], estimator: 'difp' },
};

const input = (given: readonly AreaFigures[], changes: Partial<EvaluationInput> = {}): EvaluationInput => ({
  shown: { charter, hash: '0'.repeat(64), standing: 'file', signatures: [], amendments: [] },
  ...{ areas: AREAS, borders: [[ONE, 'E09000003']], figures: given, guardFigures: [], until: null },
  source: { vintage: 'made up', files: ['a.csv'], synthetic: true },
  versions: { wardroom: '0', node: '0', seed: 1 },
  ...changes,
});

function resultOf(asked: EvaluationInput): EvaluationResult {
  const answer = evaluate(asked);
  if (answer.kind === 'refused') throw new Error(answer.because);
  return answer.result;
}

const moved = [...figures('burglary', 36, 1.5), ...figures('robbery', 36, 1)];

describe('an evaluation', () => {
  const result = resultOf(input(moved));
  const [burglary, robbery, ofTwo] = result.outcomes;

  it('finds the change that was planted, in per cent and in crimes', () => {
    expect(burglary?.primary?.percent).toBeGreaterThan(44);
    expect(burglary?.primary?.percent).toBeLessThan(56);
    expect(burglary?.primary?.perMonth).toBeGreaterThan(95);
    expect(burglary?.primary?.perMonth).toBeLessThan(115);
    expect(burglary?.primary?.asMuch).toEqual({ moved: 0, of: 7 });
    expect(burglary?.primary?.pValue).toBe(1 / 8);
    expect(Math.abs(robbery?.primary?.percent ?? 99)).toBeLessThan(6);
    expect(Math.abs(ofTwo?.primary?.percent ?? 99)).toBeLessThan(6);
  });

  it('has every estimator, by adjoining areas and without, that of the charter first', () => {
    expect(burglary?.estimates.map(({ method, adjoining }) => `${method} ${adjoining}`)).toEqual([
      ...['difp kept', 'did kept', 'sc kept', 'sdid kept'],
      ...['difp left out', 'did left out', 'sc left out', 'sdid left out'],
    ]);
  });

  it('never compares with another treated group, nor without adjoining areas with those', () => {
    for (const { estimates } of result.outcomes) {
      for (const { weights, adjoining } of estimates) {
        const compared = weights.map(({ area }) => area);
        expect(compared).not.toContain(ONE);
        expect(compared).not.toContain(TWO);
        if (adjoining === 'left out') expect(compared).not.toContain('E09000003');
      }
    }
    expect(result.donors).toHaveLength(7);
    expect(result.donors.filter(({ adjoining }) => adjoining).map(({ code }) => code)).toEqual(['E09000003']);
  });

  it('takes the looks whose figures are in, by a model where areas are too few', () => {
    expect(burglary?.looks.map(({ month, rateFrom }) => [month, rateFrom])).toEqual([
      ['2029-09', 'model'],
      ['2030-03', 'model'],
    ]);
    expect(resultOf(input(moved, { until: '2029-10' })).outcomes[0]?.looks).toHaveLength(1);
  });

  it('multiplies the smallest p by the outcomes judged', () => {
    expect(burglary?.adjustedP).toBe(2 / 8);
  });

  it('comes to the same again', () => {
    expect(resultOf(input(moved))).toEqual(result);
  });
});

describe('an evaluation is refused', () => {
  it('where no outcome can be estimated, with the month and area of the gap', () => {
    const gap = { area: 'E09000005', at: 4 };
    const answer = evaluate(input([...figures('burglary', 36, 1, gap), ...figures('robbery', 36, 1, gap)]));
    expect(answer).toMatchObject({ kind: 'refused' });
    expect(answer.kind === 'refused' && answer.because).toContain('burglary in Area 5 for August 2027');
  });

  it('of one outcome only where another can', () => {
    const gap = figures('robbery', 36, 1, { area: 'E09000005', at: 4 });
    const { outcomes } = resultOf(input([...figures('burglary', 36, 1.5), ...gap]));
    expect(outcomes[1]).toMatchObject({ primary: null, state: 'cannot tell' });
    expect(outcomes[1]?.estimates.every(({ refused }) => refused?.includes('Area 5 for August 2027'))).toBe(true);
    expect(outcomes[0]?.primary).not.toBeNull();
  });
});
