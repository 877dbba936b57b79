import { comparePriority, priorityValue } from './compare-priority.ts';

/** The demand at which a ward's number would change, every other ward's demand held as it is. */
export interface Margin {
  /**
   * Just above this demand the ward has one more; null when it cannot: at its ceiling, or no other ward has one to give.
   * At 0 (only wards without demand have one to give) it may be more than one.
   */
  gain: number | null;
  /** Just below this demand the ward has one fewer; null when it cannot: at its floor, or no other ward could take it. */
  lose: number | null;
}

/** One step of one ward: from `officers` to one more. */
interface Step {
  ward: number;
  demand: number;
  officers: number;
}

/**
 * How far each ward's demand is from gaining or losing an officer in an optimal hand-out.
 * The other demands are held as they are and not rescaled, so with shares the sum would no longer be 1:
 * only their ratios matter to the hand-out. Cost: one pass over the wards.
 *
 * gain: the weakest step that another ward was given above its floor, as demand of this ward at its next step.
 * lose: the strongest step that another ward below its ceiling still waits for, as demand of this ward at its last step.
 * @param officers the optimal numbers, same order
 */
export function findMargins(
  demand: ArrayLike<number>,
  floors: ArrayLike<number>,
  ceilings: ArrayLike<number>,
  officers: ArrayLike<number>,
): Margin[] {
  const given: Step[] = [];
  const awaited: Step[] = [];
  for (let ward = 0; ward < demand.length; ward += 1) {
    const number = officers[ward] ?? 0;
    const share = demand[ward] ?? 0;
    if (number > (floors[ward] ?? 0)) given.push({ ward, demand: share, officers: number - 1 });
    if (number < (ceilings[ward] ?? 0)) awaited.push({ ward, demand: share, officers: number });
  }
  const weakestGiven = foremostTwo(given, (a, b) => compareSteps(a, b) < 0);
  const strongestAwaited = foremostTwo(awaited, (a, b) => compareSteps(a, b) > 0);
  return Array.from({ length: demand.length }, (_, ward) => {
    const number = officers[ward] ?? 0;
    const weakest = weakestGiven.find((step) => step.ward !== ward);
    const strongest = strongestAwaited.find((step) => step.ward !== ward);
    const mayGain = number < (ceilings[ward] ?? 0) && weakest !== undefined;
    const mayLose = number > (floors[ward] ?? 0) && strongest !== undefined;
    // No demand lies below 0, so a ward whose step nobody with demand waits for keeps it.
    const lose = mayLose ? demandThatEquals(strongest, number - 1) : null;
    return { gain: mayGain ? demandThatEquals(weakest, number) : null, lose: lose === 0 ? null : lose };
  });
}

const compareSteps = (a: Step, b: Step) => comparePriority(a.demand, a.officers, b.demand, b.officers);

/** The two foremost steps, in order: a ward is measured against the foremost step of the others. */
function foremostTwo(steps: Step[], goesBefore: (a: Step, b: Step) => boolean): Step[] {
  let first: Step | undefined;
  let second: Step | undefined;
  for (const step of steps) {
    if (first === undefined || goesBefore(step, first)) {
      second = first;
      first = step;
    } else if (second === undefined || goesBefore(step, second)) second = step;
  }
  return [first, second].filter((step) => step !== undefined);
}

/** Demand with which the step from `officers` would be worth as much as another ward's; null when none would do. */
function demandThatEquals(other: Step, officers: number): number | null {
  const priority = priorityValue(other.demand, other.officers);
  if (officers === 0) return priority === Number.POSITIVE_INFINITY ? other.demand : 0;
  return priority === Number.POSITIVE_INFINITY ? null : priority * Math.sqrt(officers * (officers + 1));
}
