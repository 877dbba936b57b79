import { normalUpper } from '../distributions/index.ts';

/**
 * Where a sum of normal steps may be, as masses at points: of all paths, those that have not left yet. A sum at information
 * t has mean drift · t and variance t.
 */
export interface Walk {
  information: number;
  points: readonly number[];
  masses: readonly number[];
}

/** Standard deviations beyond which a path is not followed: fewer than 1 in 10¹⁸ go there. */
const FARTHEST = 9;
/** Points in one stretch, and its length in standard deviations of the steps to and from it. */
const NODES = 12;
const STRETCH = 1.5;

/** A sum that is known. */
export function walkFrom(information: number, sum: number): Walk {
  return { information, points: [sum], masses: [1] };
}

/** Chance that a path is above a line at a later point. */
export function chanceAbove({ information, points, masses }: Walk, later: number, line: number, drift: number): number {
  const step = later - information;
  return masses.reduce(
    (sum, mass, index) => sum + mass * normalUpper((line - (points[index] ?? 0) - drift * step) / Math.sqrt(step)),
    0,
  );
}

/**
 * The paths that lie between two lines at a later point, by Gauss and Legendre's rule on stretches short enough for both
 * the step taken and the next one.
 * @param nextStep information of the step after
 * @source Armitage, McPherson and Rowe (1969), doi:10.2307/2343787
 */
export function walkOn(
  walk: Walk,
  later: number,
  between: readonly [number, number],
  drift: number,
  nextStep: number,
): Walk {
  const step = later - walk.information;
  const spread = Math.sqrt(step);
  const from = Math.max(between[0], Math.min(...walk.points) + drift * step - FARTHEST * spread);
  const to = Math.min(between[1], Math.max(...walk.points) + drift * step + FARTHEST * spread);
  const stretches = Math.max(1, Math.ceil((to - from) / (STRETCH * Math.sqrt(Math.min(step, nextStep)))));
  const { points, weights } = pointsBetween(from, to, stretches);
  const masses = points.map((point, index) => {
    const density = walk.masses.reduce((sum, mass, at) => {
      const z = (point - (walk.points[at] ?? 0) - drift * step) / spread;
      return sum + mass * Math.exp(-0.5 * z * z);
    }, 0);
    return ((weights[index] ?? 0) * density) / (spread * Math.sqrt(2 * Math.PI));
  });
  return { information: later, points, masses };
}

function pointsBetween(from: number, to: number, stretches: number): { points: number[]; weights: number[] } {
  const half = (to - from) / stretches / 2;
  const centres = Array.from({ length: stretches }, (_, index) => from + (2 * index + 1) * half);
  return {
    points: centres.flatMap((centre) => RULE.map(([node]) => centre + half * node)),
    weights: centres.flatMap(() => RULE.map(([, weight]) => half * weight)),
  };
}

/** Gauss and Legendre's points on −1 to 1 with their weights: roots of the Legendre polynomial by Newton's steps. */
const RULE: readonly (readonly [number, number])[] = Array.from({ length: NODES }, (_, index) => {
  let node = Math.cos((Math.PI * (index + 0.75)) / (NODES + 0.5));
  for (let step = 0; step < 8; step += 1) {
    const { value, slope } = legendre(NODES, node);
    node -= value / slope;
  }
  return [node, 2 / ((1 - node * node) * legendre(NODES, node).slope ** 2)] as const;
});

function legendre(degree: number, x: number): { value: number; slope: number } {
  let [before, value] = [1, x];
  for (let n = 2; n <= degree; n += 1) [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n];
  return { value, slope: (degree * (x * value - before)) / (x * x - 1) };
}
