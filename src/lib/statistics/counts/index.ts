export { binomialInterval, binomialTest } from './binomial-interval.ts';
export { compareCounts } from './compare-counts.ts';
export { compareCountsMidP } from './compare-counts-mid-p.ts';
export { type ETestOptions, eTest } from './e-test.ts';
export { poissonInterval, poissonIntervalMidP } from './poisson-interval.ts';
export { type CountComparison, type CountOptions, type RateQuestion, rateQuestion } from './rate-question.ts';
