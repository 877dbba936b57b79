import { isBreach, type RulingCase, type Verdict } from './ruling-rule.ts';
import { RULING_RULES } from './ruling-rules.ts';

/** Rules one case by every rule in turn, from a breach: what nothing lets through is one. */
export function ruleCase(of: RulingCase, rules = RULING_RULES): Verdict {
  return rules.reduce((verdict, { rule }) => rule(of, verdict), isBreach('Nothing lets it through.'));
}
