import type { Both, OptimalPlan } from '../model.ts';
import { type HandedOut, handOutAgain } from './hand-out-again.ts';
import type { Cause } from './model.ts';

/** What the hand-out comes to with some causes as in the plan after, and all others as in the one before. */
export interface Combination {
  causes: Cause[];
  handedOut: HandedOut;
}

/**
 * Hands out with every set of causes as it is after, the smaller sets first: the first is with none of them, the last with
 * all.
 * @param oneFigures whether both plans rest on the same figures, so that those of a component that only one of them weighs
 *   are taken from that one
 */
export function everyCombination(
  before: OptimalPlan,
  after: OptimalPlan,
  among: readonly Cause[],
  oneFigures: boolean,
): Combination[] {
  const sets = Array.from({ length: 2 ** among.length }, (_, mask) =>
    among.filter((_cause, place) => Math.floor(mask / 2 ** place) % 2 === 1),
  );
  return sets
    .toSorted((a, b) => a.length - b.length)
    .map((causes) => {
      const from = (cause: Cause) => (causes.includes(cause) ? after : before);
      const data = from(oneFigures ? 'weights' : 'data');
      const taken = { officers: from('officers'), data, weights: from('weights'), rules: from('rules') };
      return { causes, handedOut: handOutAgain(taken) };
    });
}

/**
 * The smallest sets of causes that by themselves give a ward what it has after: all of the least size among those that can
 * be worked out.
 */
export function smallestSets(combinations: readonly Combination[], code: string, after: Both): Cause[][] {
  const enough = combinations.filter(({ handedOut }) => {
    const given = handedOut.kind === 'numbers' ? handedOut.of.get(code) : undefined;
    return given !== undefined && given.dwo === after.dwo && given.pcso === after.pcso;
  });
  const [smallest] = enough;
  return enough.filter(({ causes }) => causes.length === smallest?.causes.length).map(({ causes }) => causes);
}
