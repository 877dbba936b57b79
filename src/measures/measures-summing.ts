import { CATALOGUE } from './catalogue.ts';
import { sumsCategory } from './sums-category.ts';

const KNOWN = new Map<string, readonly string[]>();

/** Names of the measures of the catalogue that sum a category, in its order; remembered, for the same are asked again. */
export function measuresSumming(category: string): readonly string[] {
  const before = KNOWN.get(category);
  if (before !== undefined) return before;
  const names = CATALOGUE.filter((measure) => sumsCategory(measure, category)).map(({ name }) => name);
  KNOWN.set(category, names);
  return names;
}
