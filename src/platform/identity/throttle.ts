/** What failures are counted for. */
export type Counted = 'account' | 'address' | 'code';

interface Allowance {
  /** Failures that cost no delay. */
  free: number;
  /** The first delay, which then doubles with each failure. */
  firstSeconds: number;
  mostSeconds: number;
  /** Failures are forgotten when there were none for so long. */
  forgottenAfterHours: number;
}

/**
 * How failures slow down who makes them. The delay never passes a quarter of an hour: nobody is locked out for good, and
 * who tries all day makes about a hundred guesses. A station is many people behind one address, so it is allowed more.
 * @source NIST SP 800-63B-4, section 3.2.2: at most 100 failures in a row for one account
 */
export const ALLOWANCES: Readonly<Record<Counted, Allowance>> = {
  account: { free: 5, firstSeconds: 5, mostSeconds: 900, forgottenAfterHours: 24 },
  code: { free: 5, firstSeconds: 15, mostSeconds: 900, forgottenAfterHours: 24 },
  address: { free: 100, firstSeconds: 5, mostSeconds: 900, forgottenAfterHours: 1 },
};

/** Seconds to wait after so many failures; 0 within the allowance. */
export function delaySeconds(counted: Counted, failures: number): number {
  const { free, firstSeconds, mostSeconds } = ALLOWANCES[counted];
  if (failures < free) return 0;
  return Math.min(mostSeconds, firstSeconds * 2 ** Math.min(failures - free, 30));
}
