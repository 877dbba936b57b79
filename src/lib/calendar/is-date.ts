const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is a day of the calendar written "2026-03-01"; 2026-02-30 is not. */
export function isDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
