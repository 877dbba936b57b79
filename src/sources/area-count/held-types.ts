import type { Month } from '../../lib/calendar/month.ts';
import { STREET_TYPES, slug } from '../../measures/index.ts';
import { existedIn } from '../street/ward-series.ts';
import type { CountedSource } from './model.ts';

/** A file with fewer incidents may lack types because it has few of any. */
const ENOUGH = 100;
/** So many incidents of a single type do not come about by chance: the commonest is a third of all. */
const ENOUGH_OF_ONE = 10;

/**
 * The types that a file's incidents are limited to, such as those of an archive of burglaries; null when it says of every
 * type how many there were. Searches are never given out by what they were for.
 * @param types incidents by type, of one force in all months of an import
 */
export function typesOf(
  source: CountedSource,
  types: ReadonlyMap<string, number>,
  months: readonly Month[],
): ReadonlySet<string> | null {
  if (source !== 'street') return null;
  const incidents = [...types.values()].reduce((sum, count) => sum + count, 0);
  const expected = STREET_TYPES.filter((type) => months.some((month) => existedIn(type.slug, month)));
  const isOfOne = types.size === 1 && incidents >= ENOUGH_OF_ONE;
  const isOfFew = types.size * 2 < expected.length && incidents >= ENOUGH;
  return isOfOne || isOfFew ? new Set(types.keys()) : null;
}

/** The types there were in a month, of those that files hold and those that are published. */
export function typesIn(source: CountedSource, month: Month, seen: readonly string[]): string[] {
  const published = source === 'street' ? STREET_TYPES.map(({ title }) => title) : [];
  return [...new Set([...seen, ...published])].filter((type) => source !== 'street' || existedIn(slug(type), month));
}
