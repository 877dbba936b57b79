/** Address of a page, carrying the day when the reader asked for one. */
function withDay(path: string, { dayAsked, asAt }: { dayAsked: boolean; asAt: string }): string {
  return dayAsked ? `${path}?as-at=${asAt}` : path;
}

export function wardAddress(code: string, day: { dayAsked: boolean; asAt: string }): string {
  return withDay(`/ward/${encodeURIComponent(code)}`, day);
}

export function unitAddress(day: { dayAsked: boolean; asAt: string }): string {
  return withDay('/', day);
}

export function allocationAddress(day: { dayAsked: boolean; asAt: string }): string {
  return withDay('/allocation', day);
}
