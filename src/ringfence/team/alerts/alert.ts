import type { LedgerTotal } from '../../model.ts';
import type { WardInView } from '../model.ts';

/** What somebody should know of a ward now. About the order, never about the officer: it names nobody. */
export interface Alert {
  /** Name of the rule that found it. */
  rule: string;
  place: number;
  /** What it is, in one sentence. */
  sentence: string;
  /** The rule itself, with its numbers, in one sentence. */
  by: string;
  /** Who answers for it and what they do, in one sentence. */
  whoAnswers: string;
}

/** What rules look at: a ward, the instant, and its minutes of the month that runs. */
export interface AlertQuestion {
  inView: WardInView;
  now: Date;
  totals: readonly LedgerTotal[];
}

/** One rule: what it is about in general, and what it finds. */
export interface AlertRule {
  name: string;
  /** One sentence. */
  about: string;
  find(question: AlertQuestion): Alert[];
}
