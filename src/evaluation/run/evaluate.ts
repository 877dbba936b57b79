import type { EvaluationAnswer, EvaluationInput } from './model.ts';

/**
 * Evaluates a charter on monthly figures: every outcome of every treated group by every estimator, with its ranges, looks and
 * words. Pure and deterministic.
 * @returns refused where no outcome of any group can be shown at all, with the reason
 */
export function evaluate(_input: EvaluationInput): EvaluationAnswer {
  return { kind: 'refused', because: 'Evaluations are not computed yet.', near: [] };
}
