import { InvalidArgument } from '../../invalid-argument.ts';
import { cholesky, solveFactored } from './cholesky.ts';

/** Counts and what they are explained by. */
export interface CountsToFit {
  /** Whole, ≥ 0, length n. */
  counts: readonly number[];
  /** One row for each count, all of length p; a column of ones is the level. */
  design: readonly Float64Array[];
  /** Added to the logarithm of the mean, such as the logarithm of the days; length n, zeros when left out. */
  offsets?: readonly number[];
}

/** Coefficients of the logarithm of the mean, length p, and the means they come to, length n. */
export interface FittedMeans {
  coefficients: Float64Array;
  means: Float64Array;
  /** Inverse information at the coefficients, p × p. */
  covariance: Float64Array[];
}

/**
 * Fits log mean = offset + design · coefficients by iteratively reweighted least squares, for counts whose variance is
 * mean + mean² ÷ theta. Null where a column depends on others, or it does not settle, as when a column holds zeros only.
 * @param theta > 0; Infinity for Poisson counts
 * @param start coefficients to begin from
 * @throws InvalidArgument when lengths differ
 * @source McCullagh, P. and Nelder, J. A. (1989), Generalized Linear Models, 2nd ed., section 2.5
 */
export function fitMeans(question: CountsToFit, theta: number, start: Float64Array | null = null): FittedMeans | null {
  const { counts, design, offsets } = question;
  if (design.length !== counts.length || (offsets !== undefined && offsets.length !== counts.length)) {
    throw new InvalidArgument('There must be one row of the design, and one offset, for each count.');
  }
  const size = design[0]?.length ?? 0;
  const offsetAt = (at: number): number => offsets?.[at] ?? 0;
  let predictors = Float64Array.from(counts, (count, at) =>
    start === null ? Math.log(count + 0.1) : offsetAt(at) + dot(design[at], start),
  );
  let deviance = Number.POSITIVE_INFINITY;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const step = weightedStep(question, predictors, theta, size);
    if (step === null) return null;
    const { coefficients, factor } = step;
    predictors = Float64Array.from(counts, (_, at) => offsetAt(at) + dot(design[at], coefficients));
    if (!predictors.every((value) => Math.abs(value) < MOST_PREDICTOR)) return null;
    const means = predictors.map(Math.exp);
    const next = devianceOf(counts, means, theta);
    if (Math.abs(next - deviance) < TOLERANCE * (Math.abs(next) + 0.1)) {
      return { coefficients, means, covariance: inverseOf(factor) };
    }
    deviance = next;
  }
  return null;
}

function weightedStep({ counts, design, offsets }: CountsToFit, predictors: Float64Array, theta: number, size: number) {
  const information = Array.from({ length: size }, () => new Float64Array(size));
  const right = new Float64Array(size);
  for (const [at, row] of design.entries()) {
    const predictor = predictors[at] as number;
    const mean = Math.exp(predictor);
    const weight = mean / (1 + mean / theta);
    const working = predictor - (offsets?.[at] ?? 0) + ((counts[at] as number) - mean) / mean;
    for (let i = 0; i < size; i += 1) {
      const scaled = weight * (row[i] as number);
      if (scaled === 0) continue;
      right[i] = (right[i] as number) + scaled * working;
      const into = information[i] as Float64Array;
      for (let j = 0; j <= i; j += 1) into[j] = (into[j] as number) + scaled * (row[j] as number);
    }
  }
  const factor = cholesky(information);
  return factor === null ? null : { factor, coefficients: solveFactored(factor, right) };
}

function inverseOf(factor: readonly Float64Array[]): Float64Array[] {
  return factor.map((_, at) => {
    const unit = new Float64Array(factor.length);
    unit[at] = 1;
    return solveFactored(factor, unit);
  });
}

function devianceOf(counts: readonly number[], means: Float64Array, theta: number): number {
  let sum = 0;
  for (const [at, count] of counts.entries()) {
    const mean = means[at] as number;
    const excess = count === 0 ? 0 : count * Math.log(count / mean);
    sum +=
      theta === Number.POSITIVE_INFINITY
        ? excess - (count - mean)
        : excess - (count + theta) * Math.log((count + theta) / (mean + theta));
  }
  return 2 * sum;
}

/** The sum of products of two rows of one length. */
export function dot(row: Float64Array | undefined, by: Float64Array): number {
  let sum = 0;
  if (row !== undefined) for (let i = 0; i < by.length; i += 1) sum += (row[i] as number) * (by[i] as number);
  return sum;
}

const MOST_ROUNDS = 50;
const TOLERANCE = 1e-10;
/** The logarithm of a mean beyond which a fit is running away. */
const MOST_PREDICTOR = 30;
