/** Shown when nothing else is asked. */
export const DEFAULT_SET = 'public-space';
export const DEFAULT_PERIOD = 'rolling12';

/** What the performance page is asked for; null or left out for what it shows by itself. */
export interface HomeAsked {
  area: string | null;
  set: string | null;
  period: string | null;
  against: string | null;
  /** True: the tests of the counts alone are shown as well. */
  countsTest: boolean;
}

/** Address of the performance page, or with a format of its table as a file. */
export function performanceAddress(asked: Partial<HomeAsked> = {}, format: 'csv' | 'json' | null = null): string {
  const words = [
    ...(['area', 'set', 'period', 'against'] as const).flatMap((name) => {
      const value = asked[name] ?? null;
      return value === null ? [] : [`${name}=${encodeURIComponent(value)}`];
    }),
    ...(asked.countsTest === true ? ['test=counts'] : []),
  ];
  const path = format === null ? '/performance' : `/performance/table.${format}`;
  return words.length === 0 ? path : `${path}?${words.join('&')}`;
}

/** Address of a measure's performance page, for an area where one is named. */
export function measurePerformanceAddress(measure: string, area: string | null): string {
  const query = area === null ? '' : `?area=${encodeURIComponent(area)}`;
  return `/performance/measures/${encodeURIComponent(measure)}${query}`;
}

/** Address of the points of a measure's chart as a file. */
export function chartFileAddress(measure: string, area: string, format: 'csv' | 'json'): string {
  return `/performance/measures/${encodeURIComponent(measure)}/chart.${format}?area=${encodeURIComponent(area)}`;
}

/** Address of a chart's step changes and held limits. */
export function chartSettingsAddress(measure: string, area: string): string {
  return `/performance/measures/${encodeURIComponent(measure)}/settings?area=${encodeURIComponent(area)}`;
}
