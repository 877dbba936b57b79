import type { DisproportionalityAsked } from './model.ts';

/** Address of the page, or of its table as a file. */
export function disproportionalityAddress(
  asked: Partial<DisproportionalityAsked> = {},
  format: 'csv' | 'json' | null = null,
): string {
  const { area, period, by, object, outcome, within } = asked;
  const words = Object.entries({ area, period, by: by === 'self' ? null : by, object, outcome, within }).flatMap(
    ([name, value]) => (value === null || value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]),
  );
  const path = `/performance/disproportionality${format === null ? '' : `.${format}`}`;
  return words.length === 0 ? path : `${path}?${words.join('&')}`;
}
