/** Sums by month, from its first month on; null where nothing has a value. Months are numbers, see monthNumber. */
export interface MonthRun {
  start: number;
  values: (number | null)[];
}

/**
 * Adds a run of months to another, which is changed and may begin earlier and end later afterwards.
 * A month for which neither has a value stays without one.
 * @param into the caller's own sum, which no one else holds
 */
export function addRun(into: MonthRun, start: number, values: readonly (number | null)[]): void {
  if (into.values.length === 0) into.start = start;
  if (start < into.start) {
    into.values.unshift(...Array.from({ length: into.start - start }, () => null));
    into.start = start;
  }
  const offset = start - into.start;
  while (into.values.length < offset + values.length) into.values.push(null);
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at];
    if (value !== null && value !== undefined) into.values[offset + at] = (into.values[offset + at] ?? 0) + value;
  }
}

/** The value in a month; null when there is none. */
export function valueAt({ start, values }: MonthRun, month: number): number | null {
  return values[month - start] ?? null;
}
