import { InvalidArgument } from '../../invalid-argument.ts';
import { normal, type Random, seededRandom } from '../random.ts';
import { cholesky } from '../regression/cholesky.ts';
import { sequentialByLot } from './by-lot.ts';
import { type Spending, spentBy } from './spending.ts';

/** Placebos that a boundary is modelled on. */
export interface ModelBoundaryAsked {
  /** Placebos × looks: how far each had gone, standardised, the side that is looked for positive. */
  paths: readonly (readonly number[])[];
  /** Areas they come from, ≥ 2: placebos of one area at several starts tell less than as many areas would. */
  areas: number;
  rate: number;
  spending: Spending;
  /** Information at each look as a share of all. */
  fractions: readonly number[];
  seed: number;
}

export interface ModelBoundary {
  /** What must be exceeded at each look; null where nothing may be spent yet. */
  thresholds: (number | null)[];
  /** Share of fresh draws from the model that cross by each look. */
  simulatedRates: number[];
  /** Share of the placebos themselves that do. */
  placeboRate: number;
}

/** Draws that the lines are taken from. Of 10,000 the highest 1 in 1,000 is known to about a third of itself. */
const DRAWS = 10_000;
/** Degrees of freedom from which Student's distribution is as good as normal. */
const MOST_FREEDOM = 200;

/**
 * A sequential boundary where areas are too few to draw lots among: a model's draws take the place of areas. Paths are
 * drawn from a multivariate Student distribution about zero with the placebos' second moments between looks; its degrees of
 * freedom fit their kurtosis at the first look, where tails are longest, and are at most the areas less one, as their scale
 * is estimated from so many. The rate is the model's, and so an estimate: it must be called that. The boundary of a look
 * does not hang on those after it.
 * @throws InvalidArgument when there are fewer than 2 areas or placebos
 * @source Kurtosis of Student's distribution, 3 + 6 / (ν − 4): Johnson, Kotz and Balakrishnan (1995), Continuous Univariate
 * Distributions 2, chapter 28
 */
export function modelBoundary({ paths, areas, rate, spending, fractions, seed }: ModelBoundaryAsked): ModelBoundary {
  if (areas < 2 || paths.length < 2) throw new InvalidArgument('a model of placebos needs two areas at least');
  const draw = pathDrawer(paths, areas, seed);
  const drawn = Array.from({ length: DRAWS }, draw);
  const thresholds = linesOf(drawn, rate, spending, fractions);
  const crossesBy = (path: readonly number[], last: number) =>
    path.some((value, look) => look <= last && value > (thresholds[look] ?? Number.POSITIVE_INFINITY));
  const share = (all: readonly (readonly number[])[], last: number) =>
    all.filter((path) => crossesBy(path, last)).length / all.length;
  const fresh = Array.from({ length: DRAWS }, draw);
  const simulatedRates = thresholds.map((_, look) => share(fresh, look));
  return { thresholds, simulatedRates, placeboRate: share(paths, thresholds.length - 1) };
}

/** The by-lot rule among draws, with one more beside them that never crosses. */
function linesOf(drawn: number[][], rate: number, spending: Spending, fractions: readonly number[]): (number | null)[] {
  if (spentBy(spending, rate, fractions.at(-1) ?? 1) * (drawn.length + 1) < 1) return fractions.map(() => null);
  const never = fractions.map(() => Number.NEGATIVE_INFINITY);
  const looks = sequentialByLot({ paths: [...drawn, never], own: drawn.length, rate, spending, fractions });
  return looks.map(({ threshold }) => threshold);
}

function pathDrawer(paths: readonly (readonly number[])[], areas: number, seed: number): () => number[] {
  const looks = paths[0]?.length ?? 0;
  const moments = momentsOf(paths, looks);
  const factor = cholesky(moments) ?? diagonal(moments);
  const freedom = Math.max(5, Math.min(areas - 1, MOST_FREEDOM, Math.round(freedomOf(paths))));
  // Each look has random numbers of its own, so that its draws stay what they are when further looks are taken.
  const scales = seededRandom(seed);
  const randoms = moments.map((_, look) => seededRandom(seed + 1 + look));
  return () => {
    const normals = randoms.map(normal);
    // Scaled so that the draws have the placebos' own second moments.
    const scale = Math.sqrt((freedom - 2) / sumOfSquares(scales, freedom));
    return factor.map((row) => scale * normals.reduce((sum, value, at) => sum + value * (row[at] ?? 0), 0));
  };
}

/** The sum of so many squared normal draws: two of them are −2 ln U. */
function sumOfSquares(random: Random, count: number): number {
  let product = 1;
  for (let pair = 0; pair < Math.floor(count / 2); pair += 1) product *= 1 - random();
  return -2 * Math.log(product) + (count % 2 === 1 ? normal(random) ** 2 : 0);
}

/** Second moments about zero between looks, the lower triangle of which is filled. */
function momentsOf(paths: readonly (readonly number[])[], looks: number): Float64Array[] {
  return Array.from({ length: looks }, (_, i) =>
    Float64Array.from({ length: looks }, (_, j) =>
      paths.reduce((sum, path) => sum + ((path[i] ?? 0) * (path[j] ?? 0)) / paths.length, 0),
    ),
  );
}

function diagonal(moments: readonly Float64Array[]): Float64Array[] {
  return moments.map((row, i) => row.map((value, j) => (i === j ? Math.sqrt(value) : 0)));
}

/** Degrees of freedom of Student's distribution with the kurtosis of the first look. */
function freedomOf(paths: readonly (readonly number[])[]): number {
  const mean = (power: number) => paths.reduce((sum, path) => sum + (path[0] ?? 0) ** power / paths.length, 0);
  const kurtosis = mean(4) / mean(2) ** 2;
  return kurtosis > 3 ? 4 + 6 / (kurtosis - 3) : Number.POSITIVE_INFINITY;
}
