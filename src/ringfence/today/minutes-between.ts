const MINUTE = 60_000;

/** Whole minutes between two instants as JSON writes them, each taken to its minute. */
export const minutesBetween = (from: string, to: string): number =>
  Math.floor(Date.parse(to) / MINUTE) - Math.floor(Date.parse(from) / MINUTE);
