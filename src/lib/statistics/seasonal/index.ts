export { LEAST_YEARS, monthFactors } from './month-factors.ts';
export { type YearCycle, yearCycle } from './year-cycle.ts';
