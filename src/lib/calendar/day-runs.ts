/** Days from the first to the day before `until`; null: for good. */
interface DaySpan {
  from: string;
  until: string | null;
}

/** Whether a day is one of the days of a row. */
export function isOn({ from, until }: DaySpan, date: string): boolean {
  return from <= date && (until === null || date < until);
}

/** Every day on which one of the rows begins or is over: between two of them nothing changes. In order, each once. */
export function changeDays(spans: Iterable<DaySpan>): string[] {
  const days = new Set<string>();
  for (const { from, until } of spans) {
    days.add(from);
    if (until !== null) days.add(until);
  }
  return [...days].sort();
}

/**
 * The days on end around a date on which something holds; null when it does not hold on the date.
 * Costs one question for each change inside the run, and one beyond either end.
 * @param changes days on which the answer may change, in order, each once
 * @param holds   the answer on a day; between two changes it is the same
 * @returns days from a change, or from the first change known (the date itself when that comes earlier), to a change
 */
export function runAround(
  changes: readonly string[],
  date: string,
  holds: (date: string) => boolean,
): { from: string; until: string | null } | null {
  if (!holds(date)) return null;
  const next = firstAfter(changes, date);
  let begins = next - 1;
  while (begins > 0 && holds(changes[begins - 1] ?? '')) begins -= 1;
  let ends = next;
  while (ends < changes.length && holds(changes[ends] ?? '')) ends += 1;
  return { from: changes[begins] ?? date, until: changes[ends] ?? null };
}

/** Place of the first change after a date. */
function firstAfter(changes: readonly string[], date: string): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle] ?? '') <= date) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Splits days into runs on each of which the answer is the same, in order.
 * @param within  the days to split; without an end the last run has none
 * @param changes days on which the answer may change, in order, each once
 * @param on      the answer on a day, compared by ===
 */
export function runsWithin<Answer>(
  within: DaySpan,
  changes: readonly string[],
  on: (date: string) => Answer,
): { from: string; until: string | null; answer: Answer }[] {
  const starts = [within.from, ...changes.filter((day) => day > within.from && isOn(within, day))];
  const runs: { from: string; until: string | null; answer: Answer }[] = [];
  for (const from of starts) {
    const answer = on(from);
    const last = runs.at(-1);
    if (last !== undefined && last.answer === answer) continue;
    if (last !== undefined) last.until = from;
    runs.push({ from, until: within.until, answer });
  }
  return runs;
}

/** The last day of days that end: the day before they are over. Files and people give this one. */
export function lastDayOf({ until }: { until: string | null }): string | null {
  return until === null ? null : dayBefore(until);
}

const DAY_MS = 86_400_000;

/** "2026-02-28" for "2026-03-01". */
export function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
}

/**
 * The days on end around a date that rows cover between them; null when none covers the date. Rows that touch are on end.
 * Costs one sort, however many rows there are.
 */
export function coveredAround(spans: Iterable<DaySpan>, date: string): { from: string; until: string | null } | null {
  let run: { from: string; until: string | null } | null = null;
  for (const { from, until } of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (run === null || (run.until !== null && run.until < from)) {
      if (run !== null && isOn(run, date)) return run;
      run = { from, until };
    } else if (run.until !== null && (until === null || until > run.until)) run = { from: run.from, until };
  }
  return run !== null && isOn(run, date) ? run : null;
}
