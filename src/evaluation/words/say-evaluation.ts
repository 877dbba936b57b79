import type { Charter } from '../model.ts';
import type { EvaluationFigures } from './model.ts';
import { sayGroupParagraph } from './say-group-paragraph.ts';
import { sayUnsigned } from './say-standing.ts';

/** What a councillor reads: the paragraphs of the groups in the charter's order, and that nobody signed where that is so. */
export function sayEvaluation(
  charter: Charter,
  figures: EvaluationFigures,
): { paragraph: string; paragraphs: ReadonlyMap<string, string> } {
  const unsigned = sayUnsigned(charter, figures);
  const paragraphs = new Map(figures.groups.map(({ name }) => [name, sayGroupParagraph(charter, figures, name)]));
  const paragraph = [...(unsigned === null ? [] : [unsigned]), ...paragraphs.values()].join(' ');
  return { paragraph, paragraphs };
}
