import type { Charter } from '../model.ts';
import type { EvaluationFigures } from './model.ts';

/** One paragraph of at most about 120 words: what a councillor reads. */
export function sayEvaluation(charter: Charter, figures: EvaluationFigures): string {
  return `${charter.title} ${figures.state}.`;
}
