import type { EvaluationResult, OutcomeResult } from '../model.ts';

/** What an address names of a pilot; null where it does not say. */
export interface OutcomeAsked {
  group: string | null;
  outcome: string | null;
}

/**
 * The outcome that a page shows in full: the one asked for, else the first on which a boundary was crossed, harm before
 * benefit, else the first primary one.
 * @returns null where there is none of these names
 */
export function outcomeShown(outcomes: EvaluationResult['outcomes'], asked: OutcomeAsked): OutcomeResult | null {
  const same = (one: string, other: string | null) => other === null || one.toLowerCase() === other.toLowerCase();
  const found = outcomes.filter(({ group, measure }) => same(group, asked.group) && same(measure, asked.outcome));
  return (
    found.find(({ state }) => state === 'harm boundary crossed') ??
    found.find(({ state }) => state === 'benefit shown') ??
    found.find(({ role }) => role === 'primary') ??
    found[0] ??
    null
  );
}

/** The other outcomes on which a boundary was crossed. */
export function othersCrossed(outcomes: EvaluationResult['outcomes'], inFull: OutcomeResult): OutcomeResult[] {
  return outcomes.filter(
    (outcome) => outcome !== inFull && (outcome.state === 'harm boundary crossed' || outcome.state === 'benefit shown'),
  );
}
