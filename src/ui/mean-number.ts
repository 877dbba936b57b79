import { wholeNumber } from './whole-number.ts';

/** A mean of counts with no more decimals than it bears: "0.4", "8.8", "146"; whole means stay whole. */
export function meanNumber(mean: number): string {
  return mean < 100 && !Number.isInteger(mean) ? mean.toFixed(1) : wholeNumber(mean);
}
