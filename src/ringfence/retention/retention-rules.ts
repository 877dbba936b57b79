/** What the ring-fence keeps of single officers, and for how long. */
export type RingfenceRemains = 'detail' | 'sent-records' | 'revoked-phones';

/** For how long something is kept, from a day on. */
export interface RetentionRule {
  what: RingfenceRemains;
  /** The day from which it holds, "2026-01-01". */
  from: string;
  /** months: closed months of which detail is kept; days: whole days after it was received or revoked. */
  kept: { months: number } | { days: number };
  /** Why so long and no longer. A force takes legal advice before it relies on either. */
  source: string;
}

/**
 * How long it is kept; a new rule is a new line with its day. Sums without officers stay: they are the public record.
 * Which law fixes these times is for each force to decide with legal advice: see docs/data-protection/dpia-ring-fence.md.
 */
export const RINGFENCE_RETENTION: readonly RetentionRule[] = [
  {
    what: 'detail',
    from: '2026-01-01',
    kept: { months: 48 },
    source:
      'UK GDPR Article 5(1)(e): no longer than needed; the reports compare 48 months, and a correction needs what it corrects',
  },
  {
    what: 'sent-records',
    from: '2026-01-01',
    kept: { days: 90 },
    source:
      'UK GDPR Article 5(1)(e): a quarter, for "my phone sent it and it is not there"; the absence itself is kept as detail',
  },
  {
    what: 'revoked-phones',
    from: '2026-01-01',
    kept: { days: 90 },
    source: 'UK GDPR Article 5(1)(e): a quarter, in which a lost phone may still be found with records on it',
  },
];

/** What holds on a day: the number of months or days; null where nothing does yet, and nothing is deleted. */
export function keptFor(rules: readonly RetentionRule[], what: RingfenceRemains, day: string): number | null {
  const [due] = rules
    .filter((rule) => rule.what === what && rule.from <= day)
    .toSorted((one, other) => (one.from < other.from ? 1 : -1));
  if (due === undefined) return null;
  return 'months' in due.kept ? due.kept.months : due.kept.days;
}
