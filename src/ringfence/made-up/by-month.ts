import type { LedgerLine } from '../model.ts';

/**
 * Sums an officer's lines of each month that differ in nothing but duty, absence and day: what the ledger of a time long past
 * says of them, of no duty in particular.
 * @returns lines of the first of their month, in the order of the first of each
 */
export function byMonth(lines: readonly LedgerLine[]): LedgerLine[] {
  const sums = new Map<string, LedgerLine>();
  for (const line of lines) {
    const { officer, place, month, postClass, account, reason, orderedBy, event, late, policy } = line;
    const key = JSON.stringify([officer, place, month, postClass, account, reason, orderedBy, event, late, policy]);
    const before = sums.get(key)?.minutes ?? 0;
    sums.set(key, { ...line, day: month, duty: null, absence: null, minutes: before + line.minutes });
  }
  return [...sums.values()];
}
