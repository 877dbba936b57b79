/** What failures are counted for: an account, a browser its owner is known in, a network address, codes of a person. */
export type Counted = 'account' | 'device' | 'address' | 'code';

interface Allowance {
  /** Failures that cost no delay. */
  free: number;
  /** The first delay, which then doubles with each failure. */
  firstSeconds: number;
  mostSeconds: number;
  /** All failures are forgotten when there were none for so long. */
  forgottenAfterHours: number;
  /** Failures that are forgotten in each hour, whether there were others or not. */
  forgottenAnHour: number;
}

const OF_ONE_PERSON = { free: 5, firstSeconds: 5, mostSeconds: 900, forgottenAfterHours: 24, forgottenAnHour: 0 };

/**
 * How failures slow down who makes them. The delay never passes a quarter of an hour: nobody is locked out for good, and
 * who tries all day makes about a hundred guesses. A station, or a whole force, is many people behind one address who
 * mistype all day long: what it is allowed comes back steadily, so that it is not held up for mistakes of hours ago.
 * @source NIST SP 800-63B-4, section 3.2.2: at most 100 failures in a row for one account
 */
export const ALLOWANCES: Readonly<Record<Counted, Allowance>> = {
  account: OF_ONE_PERSON,
  device: OF_ONE_PERSON,
  code: { ...OF_ONE_PERSON, firstSeconds: 15 },
  address: { free: 100, firstSeconds: 5, mostSeconds: 900, forgottenAfterHours: 1, forgottenAnHour: 100 },
};

/** Seconds to wait after so many failures; 0 within the allowance. */
export function delaySeconds(counted: Counted, failures: number): number {
  const { free, firstSeconds, mostSeconds } = ALLOWANCES[counted];
  if (failures < free) return 0;
  return Math.min(mostSeconds, firstSeconds * 2 ** Math.min(failures - free, 30));
}

/**
 * How many failures still count some time after the last one.
 * @param failures those that counted then, ≥ 0; not a whole number, where some were forgotten steadily
 */
export function failuresLeft(counted: Counted, failures: number, hoursSince: number): number {
  const { forgottenAfterHours, forgottenAnHour } = ALLOWANCES[counted];
  if (hoursSince > forgottenAfterHours) return 0;
  return Math.max(0, failures - forgottenAnHour * Math.max(0, hoursSince));
}
