import { wholeNumber } from './whole-number.ts';

/** A change as a number with its sign: "+1", "−2" with a true minus; "0" for none. */
export function signedNumber(change: number): string {
  if (change === 0) return '0';
  return `${change < 0 ? '−' : '+'}${wholeNumber(Math.abs(change))}`;
}
