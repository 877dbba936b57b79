import type { Measure } from './model.ts';

/** Measures that share less than this of the categories of both are not of one family. */
const LEAST_SHARED = 0.5;

/**
 * The measure most like another: of those that share at least half of all the source categories of both, the one that
 * shares most. Made-up categories do not count.
 * @example recorded crime, among theft and recorded crime except sexual offences, is most like the second
 */
export function alikeMeasure(measure: Measure, others: readonly Measure[]): Measure | null {
  let [best, most]: [Measure | null, number] = [null, 0];
  for (const other of others) {
    const shared = other.name === measure.name ? 0 : sharedPart(realOf(measure), realOf(other));
    if (shared >= LEAST_SHARED && shared > most) [best, most] = [other, shared];
  }
  return best;
}

function realOf({ categories }: Measure): ReadonlySet<string> {
  return new Set(categories.filter((category) => !category.startsWith('demonstration/')));
}

function sharedPart(some: ReadonlySet<string>, others: ReadonlySet<string>): number {
  const shared = [...some].filter((category) => others.has(category)).length;
  const all = some.size + others.size - shared;
  return all === 0 ? 0 : shared / all;
}
