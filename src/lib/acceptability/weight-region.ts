import { InvalidArgument } from '../invalid-argument.ts';

/** The least and the most each weight may be, as shares of 1, in one order. */
export interface Bounds {
  least: readonly number[];
  most: readonly number[];
}

/** Why no weights that sum to 1 keep the bounds. */
export type NoWeights =
  | { kind: 'least above most'; component: number; least: number; most: number }
  | { kind: 'least above whole'; sum: number }
  | { kind: 'most below whole'; sum: number };

/** Weights are written to a few digits: sums this close to 1 are 1. */
const CLOSE = 1e-9;

/**
 * Draws bounds in to what weights that sum to 1 can reach: with the others at their least no weight is above its most, and
 * with the others at their most none below its least. Nothing that could be reached is lost.
 * @param bounds each from 0 to 1, as many least as most, at least one
 * @returns the bounds drawn in, or why there are no such weights
 * @throws InvalidArgument when lengths differ or a bound is no share
 */
export function drawInBounds({ least, most }: Bounds): { kind: 'region'; bounds: Bounds } | NoWeights {
  if (least.length === 0 || least.length !== most.length)
    throw new InvalidArgument('Give every weight a least and a most.');
  if (![...least, ...most].every((bound) => bound >= 0 && bound <= 1))
    throw new InvalidArgument('Every bound must be a number from 0 to 1.');
  const crossed = least.findIndex((bound, component) => bound > (most[component] ?? 0));
  if (crossed >= 0)
    return {
      ...{ kind: 'least above most', component: crossed },
      ...{ least: least[crossed] ?? 0, most: most[crossed] ?? 0 },
    };
  const leastInAll = sum(least);
  const mostInAll = sum(most);
  if (leastInAll > 1 + CLOSE) return { kind: 'least above whole', sum: leastInAll };
  if (mostInAll < 1 - CLOSE) return { kind: 'most below whole', sum: mostInAll };
  const lowest = least.map((bound, component) => {
    const reached = 1 - (mostInAll - (most[component] ?? 0));
    return Math.min(most[component] ?? 0, Math.max(bound, reached));
  });
  const highest = most.map((bound, component) => {
    const reached = 1 - (leastInAll - (least[component] ?? 0));
    return Math.max(lowest[component] ?? 0, Math.min(bound, reached));
  });
  return { kind: 'region', bounds: { least: lowest, most: highest } };
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);
