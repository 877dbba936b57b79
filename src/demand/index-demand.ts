import { gatherParts, type PartsQuestion } from './gather-parts.ts';
import type { DemandIndex, NoDemand, WeightSet } from './model.ts';
import { namedComponents } from './named-components.ts';
import { weighDemand } from './weigh-demand.ts';

/** What demand is reckoned from. */
export interface DemandQuestion extends Omit<PartsQuestion, 'components'> {
  weights: WeightSet;
}

/**
 * Reckons the demand index from series: the figures of every component that the weights name, weighed.
 * The window is the latest that any of them has in full, whether or not it has a weight above 0, so that a weight of 0
 * never changes the months that the others are counted over.
 */
export function indexDemand({ weights, ...question }: DemandQuestion): DemandIndex | NoDemand {
  return weighDemand(gatherParts({ ...question, components: namedComponents(weights) }), weights);
}
