export { type CountsToFit, dot } from './fit-counts.ts';
export { fitNegativeBinomial, type NegativeBinomialFit } from './fit-negative-binomial.ts';
