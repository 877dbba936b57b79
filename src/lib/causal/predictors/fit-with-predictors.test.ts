import { describe, expect, it } from 'vitest';
import { normal, seededRandom } from '../../statistics/random.ts';
import { fitWithPredictors, type PredictedUnit } from './index.ts';

const START = 8;

/** Units whose outcomes follow the first two of their three predictors, and an effect on the first unit. */
function units(effect = 0, count = 10): [PredictedUnit, ...PredictedUnit[]] {
  const random = seededRandom(5);
  const slopes = Array.from({ length: 12 }, () => [normal(random), normal(random)] as const);
  const made = Array.from({ length: count }, (_, unit) => {
    const predictors = [normal(random), normal(random), normal(random)] as const;
    const outcomes = slopes.map(([one, other], t) => {
      const treated = unit === 0 && t >= START ? effect : 0;
      return one * predictors[0] + other * predictors[1] + 0.05 * normal(random) + treated;
    });
    return { outcomes, predictors };
  });
  return made as unknown as [PredictedUnit, ...PredictedUnit[]];
}
/** A treated unit that lies outside the others, so that predictors cannot all be met. */
function outside(effect = 0): [PredictedUnit, ...PredictedUnit[]] {
  const [first, ...rest] = units(effect);
  return [{ outcomes: first.outcomes, predictors: first.predictors.map((each) => 4 * each) }, ...rest];
}
const fitOf = ([treated, ...donors]: [PredictedUnit, ...PredictedUnit[]]) => fitWithPredictors(treated, donors, START);
const close = (got: readonly number[], wanted: readonly number[], digits = 9) => {
  expect(got).toHaveLength(wanted.length);
  for (const [at, value] of wanted.entries()) expect(got[at]).toBeCloseTo(value, digits);
};

describe('a synthetic control with predictors', () => {
  it.each([units, outside])('has weights no less than zero that sum to 1, of units and of predictors', (made) => {
    for (const weights of [fitOf(made()).unitWeights, fitOf(made()).predictorWeights]) {
      expect(Math.min(...weights)).toBeGreaterThanOrEqual(0);
      expect(weights.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 12);
    }
  });

  it.each([units, outside])('finds an effect in full, and chooses nothing by what comes after the start', (made) => {
    const [without, withEffect] = [fitOf(made()), fitOf(made(7))];
    expect(withEffect.unitWeights).toEqual(without.unitWeights);
    expect(withEffect.estimate - without.estimate).toBeCloseTo(7, 9);
  });

  it('meets the predictors where it can, by the mixture of nearest outcomes', () => {
    const corners = [
      [0, 0],
      [2, 0],
      [0, 2],
      [2, 2],
    ];
    const donors = corners.map((predictors, at) => ({ predictors, outcomes: [at === 0 || at === 3 ? 1 : 9, 5] }));
    // Both diagonals meet the predictors of the middle; only one has its outcome.
    const fit = fitWithPredictors({ predictors: [1, 1], outcomes: [1, 8] }, donors, 1);
    close(fit.unitWeights, [0.5, 0, 0, 0.5], 6);
    expect(fit.estimate).toBeCloseTo(3, 6);
    expect(fit.predictorWeights).toEqual([0.5, 0.5]);
  });

  it('does not change with the units of a predictor, or what is added to it, or to all outcomes of a time', () => {
    const made = outside();
    const other = made.map(({ predictors, outcomes }) => ({
      predictors: predictors.map((each, k) => 2 ** k * each + 3 * k),
      outcomes: outcomes.map((each, t) => each + t * t),
    })) as unknown as [PredictedUnit, ...PredictedUnit[]];
    close(fitOf(other).unitWeights, fitOf(made).unitWeights, 5);
    expect(fitOf(other).loss).toBeCloseTo(fitOf(made).loss, 6);
  });

  it('does not change with the order of the donors, but for what is looked for', () => {
    const [treated, ...donors] = outside();
    const turned = fitWithPredictors(treated, donors.toReversed(), START);
    close(turned.unitWeights.toReversed(), fitOf([treated, ...donors]).unitWeights, 4);
  });

  it('is no farther from the outcomes than equal weights, or any predictor by itself, would have it', () => {
    const [treated, ...donors] = outside();
    const { loss } = fitOf([treated, ...donors]);
    for (const only of [0, 1, 2]) {
      const by = ({ outcomes, predictors }: PredictedUnit) => ({ outcomes, predictors: [predictors[only] ?? 0] });
      const alone = fitWithPredictors(by(treated), donors.map(by), START);
      // One predictor that all but one donor exceed has one answer: the nearest donor.
      if (alone.unitWeights.some((weight) => weight > 1 - 1e-9)) expect(loss).toBeLessThanOrEqual(alone.loss + 1e-6);
    }
  });

  it('gives the same answer to the same question', () => {
    expect(fitOf(outside())).toEqual(fitOf(outside()));
  });

  it('is refused for lengths that do not fit, a figure that is none and a start outside the times', () => {
    const [treated, ...donors] = units();
    expect(() => fitWithPredictors(treated, donors, 12)).toThrow('not within');
    expect(() => fitWithPredictors(treated, [], START)).toThrow('comparison unit');
    expect(() => fitWithPredictors({ ...treated, predictors: [1] }, donors, START)).toThrow('as many predictors');
    expect(() => fitWithPredictors({ ...treated, predictors: [1, Number.NaN, 2] }, donors, START)).toThrow('finite');
  });
});
