import type { LedgerLine } from '../model.ts';

/** Everything that a line says but its minutes. */
const keyOf = (line: LedgerLine): string =>
  JSON.stringify([
    line.officer,
    line.place,
    line.day,
    line.postClass,
    line.duty,
    line.absence,
    line.account,
    line.reason,
    line.orderedBy,
    line.event,
    line.late,
    line.policy,
  ]);

/** Lines summed where they differ in nothing but their minutes, in the order of their first. */
function summed(lines: readonly LedgerLine[]): Map<string, LedgerLine> {
  const sums = new Map<string, LedgerLine>();
  for (const line of lines) {
    const key = keyOf(line);
    sums.set(key, { ...line, minutes: (sums.get(key)?.minutes ?? 0) + line.minutes });
  }
  return sums;
}

/**
 * What must be added to a ledger so that it says what it should: a line is never changed, and what is no longer so is taken
 * back by as many minutes below nothing.
 * @param stands every line of a duty or a leave, in any order, taken back or not
 * @param should what it comes to now
 * @returns lines of minutes other than 0; none where the ledger says it already
 */
export function differenceOf(stands: readonly LedgerLine[], should: readonly LedgerLine[]): LedgerLine[] {
  const takenBack = stands.map((line) => ({ ...line, minutes: -line.minutes }));
  return [...summed([...takenBack, ...should]).values()].filter(({ minutes }) => minutes !== 0);
}
