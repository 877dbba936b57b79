import gammaln from '@stdlib/math-base-special-gammaln';
import { type CountsToFit, type FittedMeans, fitMeans } from './fit-counts.ts';
import { fitTheta } from './fit-theta.ts';

export interface NegativeBinomialFit extends FittedMeans {
  /** variance = mean + mean² ÷ theta; Infinity where the counts vary no more than Poisson counts. */
  theta: number;
  thetaStandardError: number;
  logLikelihood: number;
}

/**
 * Regression of counts that vary more than Poisson counts, on the logarithm of their mean: coefficients and theta of the
 * highest likelihood, by turns. Where counts vary no more than Poisson counts it is Poisson regression.
 * @returns null where a column of the design depends on others, or the fit runs away
 * @throws InvalidArgument when lengths differ
 * @source Venables, W. N. and Ripley, B. D. (2002), Modern Applied Statistics with S, 4th ed., section 7.4
 * @example fitNegativeBinomial({ counts: [3, 5, 9], design: [Float64Array.of(1), …] })
 */
export function fitNegativeBinomial(question: CountsToFit): NegativeBinomialFit | null {
  const { counts } = question;
  let fitted = fitMeans(question, Number.POSITIVE_INFINITY);
  let logLikelihood = Number.NEGATIVE_INFINITY;
  for (let round = 0; fitted !== null && round < MOST_ROUNDS; round += 1) {
    const { theta, standardError } = fitTheta(counts, fitted.means);
    fitted = fitMeans(question, theta, fitted.coefficients);
    if (fitted === null) return null;
    const next = logLikelihoodOf(counts, fitted.means, theta);
    const settled = Math.abs(next - logLikelihood) < TOLERANCE * (Math.abs(next) + 1);
    if (settled || theta === Number.POSITIVE_INFINITY) {
      return { ...fitted, theta, thetaStandardError: standardError, logLikelihood: next };
    }
    logLikelihood = next;
  }
  return null;
}

function logLikelihoodOf(counts: readonly number[], means: Float64Array, theta: number): number {
  let sum = 0;
  for (const [at, count] of counts.entries()) {
    const mean = means[at] as number;
    sum -= gammaln(count + 1);
    sum +=
      theta === Number.POSITIVE_INFINITY
        ? count * Math.log(mean) - mean
        : gammaln(theta + count) -
          gammaln(theta) +
          theta * Math.log(theta / (theta + mean)) +
          count * Math.log(mean / (theta + mean));
  }
  return sum;
}

const MOST_ROUNDS = 60;
const TOLERANCE = 1e-11;
