/**
 * What is counted: events over an exposure, such as offences over thousands of residents, or successes among trials, such as
 * calls answered in time.
 */
export type FunnelFamily = 'poisson' | 'binomial';

/** A unit of a funnel plot. */
export interface FunnelUnit {
  /** Events or successes, whole, ≥ 0. */
  count: number;
  /** What they are set over: any size > 0 for events, whole trials for successes. */
  exposure: number;
}

/** A lower and an upper limit; where no count is low enough to lie below, the lower one is 0. */
export interface FunnelLimits {
  lower: number;
  upper: number;
}

/** How much more units differ than chance alone makes them. */
export type Overdispersion =
  /** Chance alone: the limits are exact. */
  | { kind: 'none' }
  /** Every variance is `factor` ≥ 1 times that of chance: large and small units are widened alike. */
  | { kind: 'multiplicative'; factor: number }
  /** Units have true rates of their own, with this variance ≥ 0 on the scale of {@link steadyScore}. */
  | { kind: 'additive'; variance: number };
