import { findComponent, type WeightSet } from '../../../demand/index.ts';
import { andList } from '../../../ui/and-list.ts';
import { componentInSentence } from '../../component-in-sentence.ts';
import { sayWeight } from '../say-weight.ts';

/** What each part of demand counts for under the weights in force. */
export interface WeightsNow {
  /** Such as "When it opened" where that is no longer now. */
  head: string;
  /** Name and version of the weights, in words. */
  name: string;
  /** Component → share of 1 of everything that is weighed. */
  shares: Readonly<Record<string, number>>;
}

/** A part that counts now and that a review does not ask about. */
export interface UnaskedPart {
  component: string;
  title: string;
  share: number;
}

/** Weights as shares of 1; all 0 where nothing is weighed. */
export function sharesOf({ weights }: Pick<WeightSet, 'weights'>): Record<string, number> {
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  return Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, sum === 0 ? 0 : weight / sum]));
}

/** What counts now and is not asked about, in the order of the weights. */
export function unaskedParts(
  shares: Readonly<Record<string, number>>,
  asked: readonly { component: string }[],
): UnaskedPart[] {
  const names = new Set(asked.map(({ component }) => component));
  return Object.entries(shares)
    .filter(([component, share]) => share > 0 && !names.has(component))
    .map(([component, share]) => ({ component, title: findComponent(component)?.title ?? component, share }));
}

/**
 * What becomes of the parts that count now and are not asked about: "Burglary counts 10% now. It is not asked about here,
 * and counts for nothing in any proposal." null where there is none.
 */
export function sayUnasked(parts: readonly UnaskedPart[]): string | null {
  const [first, ...others] = parts;
  if (first === undefined) return null;
  const counts = [first.title, ...others.map(({ title }) => componentInSentence(title))].map(
    (title, place) => `${title} counts ${sayWeight(parts[place]?.share ?? 0)}`,
  );
  return others.length === 0
    ? `${counts.join('')} now. It is not asked about here, and counts for nothing in any proposal.`
    : `${andList(counts)} now. They are not asked about here, and count for nothing in any proposal.`;
}
