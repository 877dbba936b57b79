import { changeDays, lastDayOf, runAround } from '../lib/calendar/day-runs.ts';
import type { Days } from './post-book.ts';
import type { Finding } from './rule.ts';

export type State = 'kept' | 'broken' | 'unknown';

/** One ward, borough, post, officer or unit that a rule is asked about. */
export interface Subject {
  /** Its name, as people say it. */
  where: string;
  /** Whether the rule is kept on a day. Called on the date asked about, and then on each change around it. */
  on(date: string): State;
  /** Every row that may change the answer. Called only where the rule is not kept. */
  rows(): Iterable<Days>;
  /** One sentence about the date asked about: what is so, what ought to be, what to do. */
  say(state: 'broken' | 'unknown'): string;
}

/**
 * Asks a rule about each of its subjects on a date: what is not kept becomes a finding with the days on end around the date
 * on which it is so. Costs one question for each subject that keeps the rule, and one for each change in the run of others.
 */
export function judgeEach(
  rule: string,
  asAt: string,
  subjects: Iterable<Subject>,
): { broken: Finding[]; unknown: Finding[] } {
  const found: Record<Exclude<State, 'kept'>, Finding[]> = { broken: [], unknown: [] };
  for (const subject of subjects) {
    const state = subject.on(asAt);
    if (state === 'kept') continue;
    const run = runAround(changeDays(subject.rows()), asAt, (date) => subject.on(date) === state);
    if (run === null) continue;
    const sentence = subject.say(state);
    found[state].push({ rule, where: subject.where, from: run.from, to: lastDayOf(run), sentence });
  }
  return found;
}

/** The days since the first of rows began: a run never goes back to before anything was recorded. Null: no rows. */
export function sinceFirst(rows: Iterable<{ during: Days }>): Days | null {
  let first: string | null = null;
  for (const { during } of rows) if (first === null || during.from < first) first = during.from;
  return first === null ? null : { from: first, until: null };
}
