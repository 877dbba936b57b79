import type { Charter } from '../model.ts';
import type { EvaluationFigures } from './model.ts';

/** What the stop rule says and what the charter asks for then, as the head of a page has it. */
export interface StateSaid {
  /** "State: harm boundary crossed on 2 of 5 outcomes". */
  head: string;
  /** What it means and who must do what. */
  meaning: string;
}

/** Says what the whole comes to by the stop rule. */
export function sayState(charter: Charter, figures: Pick<EvaluationFigures, 'state' | 'outcomes'>): StateSaid {
  return { head: `State: ${figures.state}`, meaning: `Under the charter of ${charter.name}.` };
}
