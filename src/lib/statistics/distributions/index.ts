export { betaLower, betaQuantile, betaUpper, betaUpperQuantile } from './beta.ts';
export {
  binomialLower,
  binomialProbability,
  binomialQuantile,
  binomialUpper,
  binomialUpperQuantile,
} from './binomial.ts';
export { chiSquaredLower, chiSquaredQuantile, chiSquaredUpper } from './chi-squared.ts';
export { deviancePart } from './deviance-part.ts';
export { gammaLower, gammaQuantile, gammaUpper, gammaUpperQuantile } from './gamma.ts';
export {
  negativeBinomialLower,
  negativeBinomialProbability,
  negativeBinomialQuantile,
  negativeBinomialUpper,
  negativeBinomialUpperQuantile,
} from './negative-binomial.ts';
export { normalLower, normalQuantile, normalUpper, normalUpperQuantile } from './normal.ts';
export { poissonLower, poissonProbability, poissonQuantile, poissonUpper, poissonUpperQuantile } from './poisson.ts';
export { studentLower, studentQuantile, studentUpper, studentUpperQuantile } from './student.ts';
