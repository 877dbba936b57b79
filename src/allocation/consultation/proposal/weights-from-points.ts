import type { DemandPart, DemandParts } from '../../../demand/index.ts';
import type { Problem } from '../../../lib/refused.ts';
import type { Elicited } from '../model.ts';

/** Weights of every component of a review, which sum to 1; or what stands in the way of each, beside its field. */
export type WeightsGiven =
  | { kind: 'weights'; weights: Record<string, number> }
  | { kind: 'refused'; problems: readonly Problem[] };

/** Most points a component may have: beyond it they would say nothing more. */
const MOST_POINTS = 1_000_000;

/**
 * Turns points into weights. *Budget*: points ÷ their sum. *Swing*: points ÷ the range of the component's shares over the
 * wards, then ÷ the sum of that. The index is Σ weight × share, so the step from the ward with least of a component to the
 * ward with most moves it by weight × range; only with the range divided out do these steps stand to each other as the
 * points do. Without it a component in which wards hardly differ would move next to nothing, whatever was asked for it.
 * Where all ranges are equal the two methods give the same weights. The size of the points does not matter, only their
 * proportions.
 * @param given points ≥ 0 by component; one that is left out has 0
 * @param parts every component of the review; one without figures, or under swing without any difference between wards,
 * takes no points
 * @returns each component of the review with its weight; problems name fields "weight-<component>"
 * @source Riabacke, Danielson & Ekenberg (2012), State-of-the-Art Prescriptive Criteria Weight Elicitation, table 2:
 * point allocation and SWING, https://www.hindawi.com/journals/ads/2012/276584/
 * @example
 * weightsFromPoints({ method: 'budget', points: { 'recorded-crime': 60, residents: 20 } }, parts);
 * // { kind: 'weights', weights: { 'recorded-crime': 0.75, residents: 0.25 } }
 */
export function weightsFromPoints(given: Elicited, { parts }: Pick<DemandParts, 'parts'>): WeightsGiven {
  const { points, method } = given;
  const known = new Set(parts.map(({ component }) => component));
  const problems = [
    ...Object.keys(points)
      .filter((component) => !known.has(component))
      .map(notAsked),
    ...parts.flatMap((part) => pointsProblem(part, points[part.component] ?? 0, method) ?? []),
  ];
  if (problems.length > 0) return { kind: 'refused', problems };
  const largest = Math.max(0, ...Object.values(points));
  if (largest === 0) return { kind: 'refused', problems: [ALL_NOTHING] };
  // By the largest first, so that points near the smallest number there is do not vanish in a division.
  const raw = parts.map((part): [string, number] => {
    const share = (points[part.component] ?? 0) / largest;
    return [part.component, share === 0 ? 0 : share / (method === 'swing' ? rangeOf(part) : 1)];
  });
  const sum = raw.reduce((total, [, value]) => total + value, 0);
  return { kind: 'weights', weights: Object.fromEntries(raw.map(([component, value]) => [component, value / sum])) };
}

const ALL_NOTHING: Problem = {
  field: null,
  sentence: 'All points are 0, so nothing would be weighed: give at least one part some points.',
};

const notAsked = (component: string): Problem => ({
  field: `weight-${component}`,
  sentence: `This review does not ask about "${component}": give points to the parts it lists.`,
});

function pointsProblem(part: DemandPart, points: number, method: Elicited['method']): Problem | null {
  const sentence = whyNot(part, points, method);
  return sentence === null ? null : { field: `weight-${part.component}`, sentence };
}

function whyNot(part: DemandPart, points: number, method: Elicited['method']): string | null {
  if (!Number.isFinite(points)) return `Give ${part.title} a number of points.`;
  if (points < 0) return `${part.title} has fewer than 0 points: make it 0 or more.`;
  if (points > MOST_POINTS) return `${part.title} has more than 1,000,000 points: make it less.`;
  if (points === 0) return null;
  if (part.kind === 'missing')
    return `There are no figures of ${part.title}, so it cannot be weighed: give it 0 points.`;
  if (method === 'swing' && rangeOf(part) === 0)
    return `${part.title} is the same in every ward, so there is no step to weigh: give it 0 points.`;
  return null;
}

/** From the ward with the least share of a component to the ward with the most; 0 where they are equal, or none are held. */
function rangeOf(part: DemandPart): number {
  if (part.kind === 'missing' || part.figures.length === 0 || part.total === 0) return 0;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const figure of part.figures) {
    least = Math.min(least, figure);
    most = Math.max(most, figure);
  }
  return (most - least) / part.total;
}
