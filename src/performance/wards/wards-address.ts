import type { WardsAsked } from './model.ts';

/** Files of the page: every ward by the measure, and what changed in each. */
export type WardsFile = 'wards' | 'wards-changes';

/** Address of the comparison of wards. */
export function wardsAddress(asked: Partial<WardsAsked> = {}): string {
  return `/performance/wards${queryOf(asked)}`;
}

/** Address of one of its files. */
export function wardsFileAddress(asked: Partial<WardsAsked>, file: WardsFile, format: 'csv' | 'json'): string {
  return `/performance/${file}.${format}${queryOf(asked)}`;
}

function queryOf({ place, measure, period, against, set, countsTest }: Partial<WardsAsked>): string {
  const words = Object.entries({
    measure,
    period,
    area: place,
    against,
    set,
    test: countsTest === true ? 'counts' : null,
  })
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return words.length === 0 ? '' : `?${words.join('&')}`;
}
