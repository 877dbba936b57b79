/** Address of a page, carrying the day when the reader asked for one. */
function withDay(path: string, { dayAsked, asAt }: { dayAsked: boolean; asAt: string }): string {
  return dayAsked ? `${path}?as-at=${asAt}` : path;
}

export function wardAddress(code: string, day: { dayAsked: boolean; asAt: string }): string {
  return withDay(`/ward/${encodeURIComponent(code)}`, day);
}

/** Address of a ward's page with one more measure drawn, at that measure. */
export function measureAddress(code: string, measure: string, day: { dayAsked: boolean; asAt: string }): string {
  const address = wardAddress(code, day);
  return `${address}${address.includes('?') ? '&' : '?'}measure=${encodeURIComponent(measure)}#${measureId(measure)}`;
}

/** Identity of a measure's chart on its page. */
export function measureId(measure: string): string {
  return `measure-${measure}`;
}

/** Where what changed is judged, and how sure one can be of it. */
export const PERFORMANCE = '/performance';

/** Address of what changed in a ward. */
export function wardPerformanceAddress(code: string): string {
  return `${PERFORMANCE}?area=${encodeURIComponent(code)}`;
}

export function unitAddress(day: { dayAsked: boolean; asAt: string }): string {
  return withDay('/', day);
}

export function allocationAddress(day: { dayAsked: boolean; asAt: string }): string {
  return withDay('/allocation', day);
}

/** Address of a ward's answer: the paragraph to read out. */
export function answerAddress(code: string, day: { dayAsked: boolean; asAt: string }): string {
  return withDay(`/allocation/answers/${encodeURIComponent(code)}`, day);
}
