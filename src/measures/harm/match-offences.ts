import { slug } from '../category-key.ts';
import type { HarmWeightTable } from '../model.ts';

/** How the offences of a table and the source categories at hand come together. */
export interface MatchedOffences {
  /** Weight of one crime, by category key. */
  weights: ReadonlyMap<string, number>;
  /** Offences of the table that are no category at hand, in the table's order. */
  matchedToNothing: string[];
  /** Categories without a weight, in order. */
  withoutWeight: string[];
}

/**
 * Matches the offences of a table to source categories by their words: capitals, "&" and punctuation make no
 * difference. An offence may be a category key ("mps/theft/shoplifting"), a major and a minor category
 * ("Theft / Shoplifting") or a minor category alone, which stands for every category of that name. The more exact
 * way of naming decides where a category is named in several.
 * @param offences rows of one table
 * @param categories keys of source categories, such as "mps/theft/shoplifting"
 */
export function matchOffences(offences: HarmWeightTable['weights'], categories: readonly string[]): MatchedOffences {
  const known = [...new Set(categories)].sort();
  const weights = new Map<string, number>();
  const matched = new Set<string>();
  for (const waysOfNaming of [wholeKey, majorAndMinor, minorAlone]) {
    for (const { offence, weight } of offences) {
      const wanted = slugsOf(offence);
      const named = known.filter((category) => waysOfNaming(category) === wanted);
      if (named.length > 0) matched.add(offence);
      for (const category of named) if (!weights.has(category)) weights.set(category, weight);
    }
  }
  return {
    weights,
    matchedToNothing: offences.flatMap(({ offence }) => (matched.has(offence) ? [] : [offence])),
    withoutWeight: known.filter((category) => !weights.has(category)),
  };
}

const wholeKey = (category: string): string => category;
const majorAndMinor = (category: string): string => category.split('/').slice(1).join('/');
const minorAlone = (category: string): string => category.split('/').at(-1) ?? category;

/** "Theft / Shoplifting" becomes "theft/shoplifting". */
function slugsOf(offence: string): string {
  return offence.split('/').map(slug).join('/');
}
