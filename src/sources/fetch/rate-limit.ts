/** How fast a host may be asked: so many requests at once, and so many a second after that. */
export interface Rate {
  perSecond: number;
  burst: number;
}

/** What is left of a host's allowance; starts full. */
export interface Allowance {
  /** Requests that may be made at once, whole or part. */
  left: number;
  /** Instant in milliseconds at which `left` was true. */
  at: number;
}

/**
 * Takes one request from an allowance that fills up evenly.
 * @param now instant in milliseconds, not before `allowance.at`
 * @returns the allowance afterwards, and how long to wait, in milliseconds, before making the request
 */
export function takeTurn(rate: Rate, allowance: Allowance | null, now: number): { after: Allowance; wait: number } {
  const filled =
    allowance === null
      ? rate.burst
      : Math.min(rate.burst, allowance.left + ((now - allowance.at) / 1000) * rate.perSecond);
  const left = filled - 1;
  return { after: { left, at: now }, wait: left >= 0 ? 0 : (-left / rate.perSecond) * 1000 };
}
