import { monthName } from '../../lib/calendar/month.ts';
import type { CategoryPeriod } from '../catalogue/category-periods.ts';
import { STREET_TYPES } from '../catalogue/street-types.ts';

/** Names as publications print them where their key does not tell. */
const PRINTED: ReadonlyMap<string, string> = new Map([
  ['mps/burglary/burglary-residential', 'Burglary - residential'],
  ['mps/nfib-fraud/nfib', 'NFIB'],
  ...STREET_TYPES.map(({ slug, title }) => [`street/${slug}`, title] as const),
]);

/**
 * The name of a source category as its publication prints it, capitals apart: that of its last level.
 * @example
 * sayCategory('mps/burglary/res-burglary-of-a-home'); // 'Res burglary of a home'
 */
export function sayCategory(key: string): string {
  const name = PRINTED.get(key) ?? (key.split('/').at(-1) ?? key).replaceAll('-', ' ');
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** "March 2023 to now": when a category is in use. */
export function sayPeriod({ from, until }: Pick<CategoryPeriod, 'from' | 'until'>): string {
  return `${monthName(from)} to ${until === null ? 'now' : monthName(until)}`;
}
