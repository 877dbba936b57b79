import { isDate } from '../calendar/is-date.ts';
import { InvalidArgument } from '../invalid-argument.ts';
import type { DisclosureRule } from './release.ts';

/**
 * Whether the rule is in force on the day: from its first day to the day before `until`.
 * @throws InvalidArgument when a date is no day, the threshold is not a whole number from 2, or the width is below 1
 */
export function inForce(rule: DisclosureRule, on: string): boolean {
  const { name, from, until, threshold, width = 1 } = rule;
  if (![from, until ?? from, on].every(isDate)) throw new InvalidArgument(`A date of the rule "${name}" is no day.`);
  if (!(Number.isSafeInteger(threshold) && threshold >= 2)) {
    throw new InvalidArgument(`The threshold of the rule "${name}" is not a whole number from 2.`);
  }
  if (!(Number.isSafeInteger(width) && width >= 1)) {
    throw new InvalidArgument(`The width of the rule "${name}" is not a whole number from 1.`);
  }
  return from <= on && (until === null || on < until);
}

/** Whether the rule calls a count sensitive: 1 to threshold − 1, and 0 where it says so. */
export function isSensitive(count: number, { threshold, zerosSensitive }: DisclosureRule): boolean {
  return count < threshold && (count > 0 || zerosSensitive);
}

/**
 * How far the most and the least a sensitive count may be must lie apart: by default as far as the rule's own largest
 * and smallest sensitive counts, and at least 1. An attacker then learns no more than someone told "a sensitive count".
 */
export function requiredWidth({ threshold, zerosSensitive, width }: DisclosureRule): number {
  return width ?? Math.max(1, threshold - 1 - (zerosSensitive ? 0 : 1));
}
