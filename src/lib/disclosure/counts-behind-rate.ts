import { InvalidArgument } from '../invalid-argument.ts';
import type { DisclosureRule } from './release.ts';
import { requiredWidth } from './sensitive-counts.ts';

/** What a count may be, both inclusive; most is Infinity where nothing limits it. */
export interface CountRange {
  least: number;
  most: number;
}

/**
 * The whole counts that a published rate fits: those whose count × per ÷ denominator, rounded to the decimals (halves
 * away from 0), is the rate. Exact: in whole-number arithmetic.
 * @param rate         as published, such as 1.3, ≥ 0
 * @param decimals     after the point, 0 to 6
 * @param per          100 for a percentage, 1000 for a rate per 1,000; whole
 * @param denominator  what is divided by, known to the reader; whole, ≥ 1
 * @returns null when no count fits, so that rate, denominator or rounding are others than said
 * @throws InvalidArgument when a number is out of range or the rate has more decimals
 * @example countsBehindRate({ rate: 1.3, decimals: 1, per: 1000, denominator: 2300 }) // { least: 3, most: 3 }
 */
export function countsBehindRate(published: {
  rate: number;
  decimals: number;
  per: number;
  denominator: number;
}): CountRange | null {
  const { rate, decimals, per, denominator } = published;
  if (!(rate >= 0)) throw new InvalidArgument('A rate of counts is 0 or more.');
  const step = inSteps(rate, decimals);
  return roundingTo(step, BigInt(whole(per, 1)) * 10n ** BigInt(decimals), BigInt(whole(denominator, 1)));
}

/**
 * The whole counts that a published percentage change from a known base fits, rounded as in `countsBehindRate`.
 * @param percentChange as published, such as -33.3, ≥ -100
 * @param base          the count before, ≥ 1
 * @returns null when no count fits
 * @throws InvalidArgument when a number is out of range or the change has more decimals
 * @example countsBehindPercentChange({ percentChange: -33.3, decimals: 1, base: 6 }) // { least: 4, most: 4 }
 */
export function countsBehindPercentChange(published: {
  percentChange: number;
  decimals: number;
  base: number;
}): CountRange | null {
  const { percentChange, decimals, base } = published;
  const step = inSteps(percentChange, decimals);
  const scale = 100n * 10n ** BigInt(decimals);
  const differences = roundingTo(step < 0n ? -step : step, scale, BigInt(whole(base, 1)));
  if (differences === null) return null;
  const { least, most } = differences;
  if (step === 0n) return { least: Math.max(0, base - most), most: base + most };
  const range = step > 0n ? { least: base + least, most: base + most } : { least: base - most, most: base - least };
  return range.most < 0 ? null : { least: Math.max(0, range.least), most: range.most };
}

/**
 * The whole counts before that a published percentage change to a known count fits, rounded as in `countsBehindRate`.
 * @param count the count now, ≥ 0
 * @returns null when no count of 1 or more fits
 * @throws InvalidArgument when a number is out of range or the change has more decimals
 * @example basesBehindPercentChange({ percentChange: -33.3, decimals: 1, count: 4 }) // { least: 6, most: 6 }
 */
export function basesBehindPercentChange(published: {
  percentChange: number;
  decimals: number;
  count: number;
}): CountRange | null {
  const { percentChange, decimals, count } = published;
  const step = inSteps(percentChange, decimals);
  const unit = 10n ** BigInt(decimals);
  // 100 (count − base) / base lies within half a step of the change, so base lies between these two quotients.
  const top = 200n * unit * BigInt(whole(count, 0));
  const [more, less] = [200n * unit + 2n * step + 1n, 200n * unit + 2n * step - 1n];
  if (more <= 0n) return null;
  // A half rounds away from 0, so below 0 the nearer end is the one that counts, and at 0 neither does.
  const least = step < 0n ? (top + more - 1n) / more : top / more + 1n;
  const most = less <= 0n ? null : step > 0n ? top / less : (top - 1n) / less;
  const from = Math.max(1, Number(least));
  const to = most === null ? Number.POSITIVE_INFINITY : Number(most);
  return from <= to ? { least: from, most: to } : null;
}

/**
 * Whether what a reader can work out of a count, such as from a rate, tells more of it than its rule lets suppression
 * tell. If so the rate must be suppressed as well; if not, give the range to the release as `knownBetween`.
 */
export function revealsCount({ least, most }: CountRange, rule: DisclosureRule): boolean {
  return most - least < requiredWidth(rule);
}

/** Whole n ≥ 0 with n × scale ÷ denominator within half a step of `step`: from (inclusive) to (exclusive). */
function roundingTo(step: bigint, scale: bigint, denominator: bigint): CountRange | null {
  const from = (2n * step - 1n) * denominator;
  const to = (2n * step + 1n) * denominator;
  const least = from <= 0n ? 0n : (from + 2n * scale - 1n) / (2n * scale);
  const most = (to - 1n) / (2n * scale);
  return least <= most ? { least: Number(least), most: Number(most) } : null;
}

/** A published number in units of its last decimal. */
function inSteps(published: number, decimals: number): bigint {
  if (!(Number.isInteger(decimals) && decimals >= 0 && decimals <= 6)) {
    throw new InvalidArgument('Decimals are a whole number from 0 to 6.');
  }
  const steps = published * 10 ** decimals;
  if (!Number.isFinite(steps) || Math.abs(steps - Math.round(steps)) > 1e-6) {
    throw new InvalidArgument(`${published} has more than ${decimals} decimals.`);
  }
  return BigInt(Math.round(steps));
}

function whole(value: number, least: number): number {
  if (!(Number.isSafeInteger(value) && value >= least)) {
    throw new InvalidArgument(`${value} is not a whole number from ${least}.`);
  }
  return value;
}
