import type { Charter, EvaluationResult } from '../model.ts';
import type { EvaluationFigures } from './model.ts';
import { sayEvaluation } from './say-evaluation.ts';
import { sayOutcome } from './say-outcome.ts';
import { sayRemarks } from './say-remarks.ts';
import { settingOf } from './setting-of.ts';

/** Gives an evaluation its sentences, its paragraph and its remarks. Nothing else is changed. */
export function putIntoWords(charter: Charter, figures: EvaluationFigures): EvaluationResult {
  return {
    ...figures,
    outcomes: figures.outcomes.map((outcome) => ({
      ...outcome,
      sentences: sayOutcome(outcome, settingOf(charter, figures, outcome)),
    })),
    paragraph: sayEvaluation(charter, figures),
    remarks: sayRemarks(charter, figures),
  };
}
