import type { Charter, CharterOutcome, EvaluationResult, OutcomeResult } from '../model.ts';

/** Whether a rule was in force while the months that are judged went by: agreed; looked back on; or agreed by nobody. */
export type RuleInForce = 'agreed' | 'looks back' | 'none';

/** An outcome before it is put into words. */
export type OutcomeFigures = Omit<OutcomeResult, 'sentences'>;

/** An evaluation before it is put into words. */
export type EvaluationFigures = Omit<EvaluationResult, 'outcomes' | 'groups' | 'paragraph' | 'remarks'> & {
  outcomes: readonly OutcomeFigures[];
  groups: readonly Omit<EvaluationResult['groups'][number], 'paragraph'>[];
};

/** What kind of areas are treated, as they are called: "borough", "boroughs". */
export interface AreaNoun {
  one: string;
  many: string;
}

/** What the words of one outcome need to know of the evaluation it is part of. */
export interface OutcomeSetting {
  areas: AreaNoun;
  /** Names of the treated areas. */
  treated: readonly string[];
  /** Areas that are compared with. */
  donors: number;
  /** Whether the comparison takes only groups of areas that adjoin. */
  groups: Charter['comparison']['groups'];
  transitionMonths: number;
  scale: CharterOutcome['scale'];
  kind: Charter['kind'];
  rule: RuleInForce;
  /** Outcomes of the group that are not context: the p-value allows for all of them. */
  outcomesJudged: number;
  breaks: Charter['breaks'];
}
