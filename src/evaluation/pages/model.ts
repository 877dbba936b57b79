import type { CharterShown, EvaluationResult, OutcomeResult, State } from '../model.ts';

/** The command unit that a page is of. */
export interface PageUnit {
  name: string;
  boroughs: string[];
}

/** A look that was taken and kept: what was found then, whatever is found now. */
export interface RecordedLook {
  group: string;
  measure: string;
  /** Last month of the figures that it was taken on. */
  month: string;
  percent: number | null;
  state: State;
  /** Day it was taken, "2017-04-12". */
  takenOn: string;
}

/** The result of a pilot as its page shows it. */
export interface ResultPageModel {
  unit: PageUnit;
  shown: CharterShown;
  result: EvaluationResult;
  /** The outcome that is shown in full. */
  inFull: OutcomeResult;
  /** Looks that were kept; none for who may not read evaluations. */
  recorded: readonly RecordedLook[];
  /** Whether who asks may keep the looks that are due. */
  mayRecord: boolean;
}

/** A pilot in the list of all. */
export interface ListedPilot {
  shown: CharterShown;
  /** Areas by group, in words. */
  areas: readonly string[];
  /** What the stop rule says today; null where it is not worked out yet, or why there is none. */
  state: { kind: 'known'; state: State; line: string } | { kind: 'working' } | { kind: 'none'; because: string };
  /** What waits for somebody of who asks; null where nothing does. */
  waits: string | null;
}
