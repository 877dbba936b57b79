import type { Charter } from '../model.ts';
import type { EvaluationFigures } from './model.ts';

/** What cannot be seen, what was refused, and breaks of the figures: a sentence each. */
export function sayRemarks(charter: Charter, figures: EvaluationFigures): string[] {
  return [`${charter.name} ${figures.kind}.`];
}
