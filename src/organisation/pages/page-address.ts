/** The day a page is about, and whether its reader chose it. */
export interface Day {
  asAt: string;
  dayAsked: boolean;
}

/** Address of a page of the book on the day that was asked for: links keep it. */
export function bookAddress(path: string, { asAt, dayAsked }: Day): string {
  return dayAsked ? `${path}?as-at=${asAt}` : path;
}
