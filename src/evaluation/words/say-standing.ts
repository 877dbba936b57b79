import type { Charter, Standing } from '../model.ts';
import type { EvaluationFigures, RuleInForce } from './model.ts';

/** Under which rule the figures of an evaluation came about. */
export function ruleInForce(
  { kind, treated }: Pick<Charter, 'kind' | 'treated'>,
  { charter, figures }: Pick<EvaluationFigures, 'charter' | 'figures'>,
): RuleInForce {
  if (kind === 'retrospective') return 'looks back';
  const begun = treated.some(({ start }) => start <= figures.to);
  return begun && UNSIGNED[charter.standing] !== undefined ? 'none' : 'agreed';
}

const UNSIGNED: Partial<Record<Standing, string>> = {
  draft: 'Nobody signed this charter',
  'partly signed': 'Not everybody signed this charter',
  file: 'Nobody signed this charter here',
};

/** What every text about a pilot that began without a signed charter begins with; null where one was, or need not be. */
export function sayUnsigned(
  charter: Pick<Charter, 'kind' | 'treated'>,
  figures: Pick<EvaluationFigures, 'charter' | 'figures'>,
): string | null {
  if (ruleInForce(charter, figures) !== 'none') return null;
  return `${UNSIGNED[figures.charter.standing]}, and the pilot has begun: no rule was in force.`;
}
