import { InvalidArgument } from '../invalid-argument.ts';
import { comparePriority, priorityValue } from './compare-priority.ts';
import { findMargins, type Margin } from './find-margins.ts';
import { priorityQueue } from './priority-queue.ts';

/** One turn of the hand-out. */
export interface Turn {
  /** From 1; turns beyond the officers there are go on counting. */
  rank: number;
  /** Position of the ward in the lists. */
  ward: number;
  /** Officers the ward has after this turn. */
  officers: number;
  /** d/√(x(x+1)) with x the officers before the turn; Infinity for a first officer where the floor is 0. */
  priority: number;
  /** The ward that would have had the turn otherwise; null when no other ward may have more. */
  runnerUp: RunnerUp | null;
}

export interface RunnerUp {
  ward: number;
  priority: number;
  /** True when its priority was exactly the same and the order of the lists decided. */
  tied: boolean;
}

export interface OptimalHandOut {
  kind: 'optimal';
  /** Officers per ward, in the order of the lists; they sum to the officers there are. */
  officers: number[];
  /** The officers above the floors, in turn. */
  awards: Turn[];
  /** Who would get the next officers, in turn. */
  nextInLine: Turn[];
  margins: Margin[];
  /** Σ d²/x; Infinity when a ward with demand has nobody. */
  objective: number;
}

export interface InfeasibleHandOut {
  kind: 'infeasible';
  /** The rules the number of officers conflicts with, and the least or most it would have to be. */
  because: ({ rule: 'floors'; least: number } | { rule: 'ceilings'; most: number })[];
}

const MOST_DEMAND = 1e150;
const MOST_OFFICERS = 1_000_000;

/**
 * Hands out whole officers one at a time to the ward with the highest priority value d/√(x(x+1)).
 * Minimises Σ d²/x over whole x within floors and ceilings, so no single move improves it; adding an officer takes
 * none away. Priorities are compared exactly; equal ones go in the order of the lists. A floor of 0 makes the first
 * officer's priority infinite: every ward with demand has one, the largest demand first, before any has two.
 * Cost: O((W + officers) log W).
 * @param demand   demand per ward, length W ≥ 1, each from 0 to 1e150, at least one above 0; only ratios matter
 * @param floors   officers every ward starts with, whole numbers ≥ 0, same order
 * @param ceilings most officers a ward may have, whole numbers ≥ floor, or Infinity for none
 * @param officers officers to place in all, whole number from 0 to 1,000,000
 * @param nextInLine how many turns beyond the last officer to tell, whole number
 * @returns { kind: 'optimal', officers, awards, nextInLine, margins, objective } | { kind: 'infeasible', because }
 * @throws InvalidArgument when lengths differ or a value is out of range
 * @source Balinski & Young (2001), Fair Representation, 2nd edition, on the method of Hill (ISBN 0-8157-0090-3)
 * @example
 * const answer = handOut([0.6, 0.4], [1, 1], [7, 7], 5);
 * // answer.officers: [3, 2]; answer.awards.map((turn) => turn.ward): [0, 1, 0]
 */
export function handOut(
  demand: readonly number[],
  floors: readonly number[],
  ceilings: readonly number[],
  officers: number,
  nextInLine = 6,
): OptimalHandOut | InfeasibleHandOut {
  checkArguments(demand, floors, ceilings, officers);
  const least = floors.reduce((sum, floor) => sum + floor, 0);
  const most = ceilings.reduce((sum, ceiling) => sum + ceiling, 0);
  if (officers < least) return { kind: 'infeasible', because: [{ rule: 'floors', least }] };
  if (officers > most) return { kind: 'infeasible', because: [{ rule: 'ceilings', most }] };

  const queue = priorityQueue(demand, floors, ceilings);
  const priorityOf = (ward: number) => priorityValue(demand[ward] ?? 0, queue.officers[ward] ?? 0);
  const runnerUpTo = (ward: number): RunnerUp | null => {
    const second = queue.second();
    if (second < 0) return null;
    const [numbers, mine, other] = [queue.officers, demand[ward] ?? 0, demand[second] ?? 0];
    const tied = comparePriority(mine, numbers[ward] ?? 0, other, numbers[second] ?? 0) === 0;
    return { ward: second, priority: priorityOf(second), tied };
  };
  const takeTurns = (from: number, to: number): Turn[] => {
    const turns: Turn[] = [];
    for (let rank = from; rank <= to; rank += 1) {
      const ward = queue.first();
      if (ward < 0) break;
      const officersAfter = (queue.officers[ward] ?? 0) + 1;
      turns.push({ rank, ward, officers: officersAfter, priority: priorityOf(ward), runnerUp: runnerUpTo(ward) });
      queue.award();
    }
    return turns;
  };

  const extra = officers - least;
  const awards = takeTurns(1, extra);
  const numbers = Array.from(queue.officers);
  return {
    kind: 'optimal',
    officers: numbers,
    awards,
    nextInLine: takeTurns(extra + 1, extra + nextInLine),
    margins: findMargins(demand, floors, ceilings, numbers),
    objective: demandOverOfficers(demand, numbers),
  };
}

/** Σ d²/x, what the hand-out makes least; a ward with demand and nobody makes it infinite. */
export function demandOverOfficers(demand: readonly number[], officers: readonly number[]): number {
  return demand.reduce((sum, share, ward) => (share === 0 ? sum : sum + (share * share) / (officers[ward] ?? 0)), 0);
}

function checkArguments(
  demand: readonly number[],
  floors: readonly number[],
  ceilings: readonly number[],
  officers: number,
): void {
  if (demand.length === 0) throw new InvalidArgument('There are no wards to hand officers to.');
  if (floors.length !== demand.length || ceilings.length !== demand.length) {
    throw new InvalidArgument(
      `Demand, floors and ceilings must be as long as each other, not ${demand.length}, ${floors.length} and ${ceilings.length}.`,
    );
  }
  if (!demand.every((share) => share >= 0 && share <= MOST_DEMAND)) {
    throw new InvalidArgument('Every demand must be a number from 0 to 1e150.');
  }
  if (!demand.some((share) => share > 0)) throw new InvalidArgument('At least one ward must have demand above 0.');
  if (!floors.every((floor) => Number.isSafeInteger(floor) && floor >= 0 && floor <= MOST_OFFICERS)) {
    throw new InvalidArgument('Every floor must be a whole number from 0 to 1,000,000.');
  }
  const fits = (ceiling: number, ward: number) =>
    (Number.isSafeInteger(ceiling) || ceiling === Number.POSITIVE_INFINITY) && ceiling >= (floors[ward] ?? 0);
  if (!ceilings.every(fits)) {
    throw new InvalidArgument('Every ceiling must be a whole number, or Infinity, and not below its floor.');
  }
  if (!Number.isSafeInteger(officers) || officers < 0 || officers > MOST_OFFICERS) {
    throw new InvalidArgument('The officers to place must be a whole number from 0 to 1,000,000.');
  }
}
