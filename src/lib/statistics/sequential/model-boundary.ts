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
  /** Share of fresh draws from the model that cross at any look. */
  simulatedRate: number;
  /** Share of the placebos themselves that do. */
  placeboRate: number;
}

/** Draws that the lines are taken from. Of 10,000 the highest 1 in 1,000 is known to about a third of itself. */
const DRAWS = 10_000;

/**
 * A sequential boundary where areas are too few to draw lots among: a model's draws take the place of areas. Paths are
 * drawn from a multivariate Student distribution about zero with the placebos' second moments between looks; its degrees of
 * freedom fit their kurtosis and are at most the areas less one, as their scale is estimated from so many. The rate is the
 * model's, and so an estimate: it must be called that.
 * @throws InvalidArgument when there are fewer than 2 areas or placebos
 * @source Kurtosis of Student's distribution, 3 + 6 / (ν − 4): Johnson, Kotz and Balakrishnan (1995), Continuous Univariate
 * Distributions 2, chapter 28
 */
export function modelBoundary({ paths, areas, rate, spending, fractions, seed }: ModelBoundaryAsked): ModelBoundary {
  if (areas < 2 || paths.length < 2) throw new InvalidArgument('a model of placebos needs two areas at least');
  const draw = pathDrawer(paths, areas, seededRandom(seed));
  const drawn = Array.from({ length: DRAWS }, draw);
  const thresholds = linesOf(drawn, rate, spending, fractions);
  const crosses = (path: readonly number[]) =>
    path.some((value, look) => value > (thresholds[look] ?? Number.POSITIVE_INFINITY));
  const share = (all: readonly (readonly number[])[]) => all.filter(crosses).length / all.length;
  return { thresholds, simulatedRate: share(Array.from({ length: DRAWS }, draw)), placeboRate: share(paths) };
}

/** The by-lot rule among draws, with one more beside them that never crosses. */
function linesOf(drawn: number[][], rate: number, spending: Spending, fractions: readonly number[]): (number | null)[] {
  if (spentBy(spending, rate, fractions.at(-1) ?? 1) * (drawn.length + 1) < 1) return fractions.map(() => null);
  const never = fractions.map(() => Number.NEGATIVE_INFINITY);
  const looks = sequentialByLot({ paths: [...drawn, never], own: drawn.length, rate, spending, fractions });
  return looks.map(({ threshold }) => threshold);
}

function pathDrawer(paths: readonly (readonly number[])[], areas: number, random: Random): () => number[] {
  const looks = paths[0]?.length ?? 0;
  const moments = momentsOf(paths, looks);
  const factor = cholesky(moments) ?? diagonal(moments);
  const freedom = Math.max(5, Math.min(areas - 1, Math.round(freedomOf(paths, moments))));
  return () => {
    const normals = Array.from({ length: looks }, () => normal(random));
    let squares = 0;
    for (let part = 0; part < freedom; part += 1) squares += normal(random) ** 2;
    // Scaled so that the draws have the placebos' own second moments.
    const scale = Math.sqrt((freedom - 2) / squares);
    return factor.map((row) => scale * normals.reduce((sum, value, at) => sum + value * (row[at] ?? 0), 0));
  };
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

function freedomOf(paths: readonly (readonly number[])[], moments: readonly Float64Array[]): number {
  const kurtoses = moments.map((row, look) => {
    const fourth = paths.reduce((sum, path) => sum + (path[look] ?? 0) ** 4 / paths.length, 0);
    return fourth / (row[look] ?? 1) ** 2;
  });
  const kurtosis = kurtoses.reduce((sum, value) => sum + value / kurtoses.length, 0);
  return kurtosis > 3 ? 4 + 6 / (kurtosis - 3) : Number.POSITIVE_INFINITY;
}
