/** What signing in leaves behind. */
export type SignInRemains = 'sessions' | 'links' | 'counters';

/** For how long something is kept after its use is over, from a day on. */
export interface RetentionDays {
  what: SignInRemains;
  /** The day from which it holds, "2026-01-01". */
  from: string;
  /** Whole days after it ended or expired. */
  days: number;
  /** Why so long and no longer. */
  source: string;
}

/**
 * How long it is kept; a new setting is a new line with its day. The audit keeps who signed in and out for two years by
 * itself: what is kept here is for asking "which browser was that?" while a misuse is still being looked into.
 */
export const RETENTION_DAYS: readonly RetentionDays[] = [
  {
    what: 'sessions',
    from: '2026-01-01',
    days: 90,
    source: 'UK GDPR Article 5(1)(e): no longer than needed; a quarter, so that a quarterly review of access has them',
  },
  {
    what: 'links',
    from: '2026-01-01',
    days: 30,
    source: 'UK GDPR Article 5(1)(e): no longer than needed; a month, for "the link did not work"',
  },
  {
    what: 'counters',
    from: '2026-01-01',
    days: 30,
    source: 'Failures are forgotten after a day (throttle.ts); a month, for looking into guesses',
  },
];

/** Days that something is kept, by the setting that holds on a day; null where none does yet, and nothing is deleted. */
export function daysKept(settings: readonly RetentionDays[], what: SignInRemains, day: string): number | null {
  const due = settings.filter((each) => each.what === what && each.from <= day);
  return due.toSorted((one, other) => (one.from < other.from ? 1 : -1))[0]?.days ?? null;
}
