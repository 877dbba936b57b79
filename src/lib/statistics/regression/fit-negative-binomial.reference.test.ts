import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fitNegativeBinomial } from './fit-negative-binomial.ts';

/** Absence of pupils from school in Walgett (MASS, quine), and what MASS's glm.nb says of it. */
const FOLDER = new URL('../../../../../shared/reference/misc_stats/', import.meta.url);
const at = (name: string) => new URL(name, FOLDER);

describe.skipIf(!existsSync(at('quine.csv')))('negative binomial regression of 146 absences', () => {
  const rows = () =>
    readFileSync(at('quine.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.replaceAll('"', '').split(','));
  const expected = () => JSON.parse(readFileSync(at('expected.json'), 'utf8'));
  const is = (yes: boolean): number => (yes ? 1 : 0);

  it('gives the coefficients, theta, its standard error and the likelihood of main effects', () => {
    const design = rows().map(([eth, sex, age, learner]) =>
      Float64Array.of(
        ...[1, is(eth === 'N'), is(sex === 'M')],
        ...[is(age === 'F1'), is(age === 'F2'), is(age === 'F3'), is(learner === 'SL')],
      ),
    );
    const fit = fitNegativeBinomial({ counts: rows().map((row) => Number(row[4])), design });
    const { coef, theta, se_theta, twologlik } = expected().nb_quine_main;
    for (const [index, value] of coef.entries()) expect(fit?.coefficients[index]).toBeCloseTo(value, 6);
    expect(fit?.theta).toBeCloseTo(theta, 6);
    expect(fit?.thetaStandardError).toBeCloseTo(se_theta, 6);
    expect(2 * (fit?.logLikelihood ?? 0)).toBeCloseTo(twologlik, 6);
  });

  it('gives theta and the likelihood of the nested model', () => {
    const design = rows().map(([eth, sex, age, learner]) => {
      const [n, slow] = [is(eth === 'N'), is(learner === 'SL')];
      const within = [is(age === 'F1'), is(age === 'F2'), is(age === 'F3'), n, slow, n * slow];
      const male = is(sex === 'M');
      return Float64Array.of(1, male, ...within.map((x) => x * (1 - male)), ...within.map((x) => x * male));
    });
    const fit = fitNegativeBinomial({ counts: rows().map((row) => Number(row[4])), design });
    const { theta, twologlik } = expected().nb_quine_nested;
    expect(fit?.theta).toBeCloseTo(theta, 5);
    expect(2 * (fit?.logLikelihood ?? 0)).toBeCloseTo(twologlik, 6);
  });
});
