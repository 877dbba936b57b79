import type { Charter, EvaluationResult } from '../model.ts';
import type { EvaluationFigures } from './model.ts';
import { sayEvaluation } from './say-evaluation.ts';
import { sayOutcome } from './say-outcome.ts';
import { sayRemarks } from './say-remarks.ts';
import { settingOf } from './setting-of.ts';

/** Gives an evaluation its sentences, its paragraphs and its remarks. Nothing else is changed. */
export function putIntoWords(charter: Charter, figures: EvaluationFigures): EvaluationResult {
  const { paragraph, paragraphs } = sayEvaluation(charter, figures);
  return {
    ...figures,
    groups: figures.groups.map((group) => ({ ...group, paragraph: paragraphs.get(group.name) ?? '' })),
    outcomes: figures.outcomes.map((outcome) => ({
      ...outcome,
      sentences: sayOutcome(outcome, settingOf(charter, figures, outcome)),
    })),
    paragraph,
    remarks: sayRemarks(charter, figures),
  };
}
