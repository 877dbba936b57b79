import type { Problem } from '../../../lib/refused.ts';
import type { WeightBounds } from '../model.ts';

/** Rounding of decimal shares: a weight is on its bound when it is this close. */
const CLOSE = 1e-9;

/**
 * What is wrong with the bounds of a proposal: of one component, of all together (some weights between them must sum to 1),
 * and of its own weights, which must keep them.
 * @param components every component of the review; one without bounds may have any weight
 * @param weights the proposal's own, summing to 1; null where they could not be reckoned
 * @returns fields are "least-<component>", "most-<component>" or null
 */
export function boundsProblems(
  bounds: WeightBounds | null,
  components: readonly { component: string; title: string }[],
  weights: Readonly<Record<string, number>> | null,
): Problem[] {
  if (bounds === null) return [];
  const titles = new Map(components.map(({ component, title }) => [component, title]));
  const own = Object.entries(bounds).flatMap(
    ([component, limits]) => ownProblem(component, limits, titles.get(component)) ?? [],
  );
  if (own.length > 0) return own;
  const together = togetherProblem(bounds, components);
  if (together !== null) return [together];
  return weights === null
    ? []
    : Object.keys(bounds).flatMap((component) => outside(component, bounds, weights, titles));
}

function ownProblem(component: string, [least, most]: [number, number], title: string | undefined): Problem | null {
  const field = `least-${component}`;
  if (title === undefined)
    return { field, sentence: `This review does not ask about "${component}": leave its bounds out.` };
  if (!(least >= 0 && least <= 1))
    return { field, sentence: `Make the least weight of ${title} a number from 0 to 100.` };
  if (!(most >= 0 && most <= 1))
    return { field: `most-${component}`, sentence: `Make the most weight of ${title} a number from 0 to 100.` };
  if (least <= most) return null;
  const sentence = `The least weight of ${title} is ${percent(least)} and the most ${percent(most)}: make the least the smaller one.`;
  return { field, sentence };
}

function togetherProblem(bounds: WeightBounds, components: readonly { component: string }[]): Problem | null {
  const sum = (side: 0 | 1) =>
    components.reduce((total, { component }) => total + (bounds[component] ?? [0, 1])[side], 0);
  if (sum(0) > 1 + CLOSE)
    return {
      field: null,
      sentence: `The least weights come to ${percent(sum(0))} together, so that no weights keep them all: lower some until they come to at most 100%.`,
    };
  if (sum(1) < 1 - CLOSE)
    return {
      field: null,
      sentence: `The most weights come to ${percent(sum(1))} together, so that no weights keep them all: raise some until they come to at least 100%.`,
    };
  return null;
}

function outside(
  component: string,
  bounds: WeightBounds,
  weights: Readonly<Record<string, number>>,
  titles: ReadonlyMap<string, string>,
): Problem[] {
  const [least, most] = bounds[component] ?? [0, 1];
  const weight = weights[component] ?? 0;
  const title = titles.get(component) ?? component;
  const below = weight < least - CLOSE;
  if (!below && weight <= most + CLOSE) return [];
  const side = below ? 'least' : 'most';
  const sentence = `Your own weight of ${title} is ${percent(weight)}, ${below ? 'below' : 'above'} the ${side} you would accept, ${percent(below ? least : most)}: change its points or this bound.`;
  return [{ field: `${side}-${component}`, sentence }];
}

/** To a tenth, without a nought after the point: "12.5%", "40%". */
const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;
