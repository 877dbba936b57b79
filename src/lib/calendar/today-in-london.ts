const LONDON = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' });

/** The date in London at an instant, written "2026-03-01". */
export function todayInLondon(now: Date): string {
  return LONDON.format(now);
}
