import type { Month } from '../../lib/calendar/month.ts';
import type { Look, OutcomeRole, State } from '../model.ts';

/** What is asked at each look at one outcome of one treated group. Looks are those whose figures are in, the first first. */
export interface LooksAsked {
  /** Last month of the figures of each look. */
  looks: readonly Month[];
  /** Months judged by each *planned* look as a share of all, rising to 1; at least as many as looks taken. */
  fractions: readonly number[];
  role: OutcomeRole;
  polarity: 'more is worse' | 'more is better' | 'neither';
  /** Every group of the size of the treated one, itself and mixed ones included: groups × looks, estimate over pre-RMSPE. */
  paths: readonly (readonly number[])[];
  /** Unit indexes of each of these groups. */
  groups: readonly (readonly number[])[];
  /** How far each of {@link paths} moves for a unit more of the effect, in units of the fit, in the treated areas. */
  slopes: readonly (readonly number[])[];
  /** Index of the treated group among them. */
  own: number;
  /** The same of groups that hold no treated area, fitted without one: what people are told of. */
  elsewhere: readonly (readonly number[])[];
  /** Effect at each look in the units of the fit, and what one standardised unit is there (its pre-RMSPE). */
  estimates: readonly number[];
  preRmspes: readonly number[];
  /** An effect in units of the fit at a look (0 the first) as per cent of what would have been. */
  percentOf: (effect: number, look: number) => number;
  /** Changes not ruled out at each look, in per cent; null where no interval can be given. */
  intervals: readonly ({ low: number; high: number } | null)[];
  /** This outcome's part of the charter's rates, see `rateShares`. */
  rates: { harm: number; benefit: number };
  /** > 0, of the charter. */
  minimumEffectPercent: number;
  meetWithinDays: number;
  /**
   * Placebos in space and in time, where groups are too few: paths × looks, standardised. Units are the areas they come
   * from. Asked for only where they are needed; left out or null, no boundary is given where the lot cannot.
   */
  pooled?: () => PooledPaths | null;
  /** For what is drawn. */
  seed: number;
}

export interface PooledPaths {
  paths: readonly (readonly number[])[];
  areas: number;
}

/** The looks with what they come to together. */
export interface LooksTaken {
  looks: Look[];
  /** That of the last look; 'continue' where none was taken. */
  state: State;
  because: string;
}
