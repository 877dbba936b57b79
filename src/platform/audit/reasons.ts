/** Without looking, for so long a reason holds. */
const HOLDS_MINUTES = 30;
const MOST_KEPT = 1000;

/** Why each session looks at the audit. */
export interface Reasons {
  /** null when none was given, or it is too long ago that it was used. */
  of(session: string, now: Date): string | null;
  give(session: string, reason: string, now: Date): void;
}

/** Keeps reasons for as long as they are used, in this process alone: they end with the session, and with the server. */
export function makeReasons(): Reasons {
  const kept = new Map<string, { reason: string; at: number }>();
  const give = (session: string, reason: string, now: Date) => {
    kept.delete(session);
    const [oldest] = kept.keys();
    if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(session, { reason, at: now.getTime() });
  };
  return {
    give,
    of(session, now) {
      const found = kept.get(session);
      if (found === undefined || now.getTime() - found.at > HOLDS_MINUTES * 60_000) return null;
      give(session, found.reason, now);
      return found.reason;
    },
  };
}
