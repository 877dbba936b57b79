import { InvalidArgument } from '../../invalid-argument.ts';
import { studentUpper, studentUpperQuantile } from '../distributions/index.ts';
import { exactChance, exactLimits } from './exact-limits.ts';
import type { FunnelFamily, FunnelLimits, FunnelUnit, Overdispersion } from './model.ts';
import { dispersionFactor, varianceBetween } from './overdispersion.ts';
import { chanceDeviation, countAtScore, steadyScore } from './steady-score.ts';

export interface FunnelOptions {
  family: FunnelFamily;
  overdispersion: Overdispersion['kind'];
  /** Rate that units are set against; that of all of them together when left out. */
  target?: number;
}

/** A unit as a funnel judges it. */
export interface JudgedUnit {
  rate: number;
  /** Standard deviations from the target, after the overdispersion. */
  score: number;
  /** Two-sided chance of a rate as far from the target; exact where there is no overdispersion. */
  pValue: number;
}

export interface Funnel {
  target: number;
  overdispersion: Overdispersion;
  /** In the order given. */
  units: JudgedUnit[];
  /**
   * Rates between which a unit of some exposure lies, but for a share outside.
   * @param outside such as 0.05, or 0.002
   */
  limits(exposure: number, outside: number): FunnelLimits;
}

/**
 * Sets units beside each other by how far each lies from the rate of all, for its size: what lies between the limits differs
 * by no more than chance makes it (`none`, exact), or by no more than such units usually do (the other two, on a scale of
 * steady variance). Units are never put in an order.
 * @param units at least two, with exposures > 0; of successes none over its trials
 * @throws InvalidArgument for fewer units, or a count or exposure out of range
 * @source Spiegelhalter (2005), Funnel plots for comparing institutional performance, Statistics in Medicine 24,
 *   doi:10.1002/sim.1970
 * @example
 * const funnel = funnelOf([{ count: 12, exposure: 9 }, { count: 30, exposure: 11 }], { family: 'poisson', overdispersion: 'none' });
 * funnel.limits(10, 0.05); // rates between which 95 % of units of 10 thousand residents lie
 */
export function funnelOf(units: readonly FunnelUnit[], options: FunnelOptions): Funnel {
  const { family } = options;
  requireUnits(units, family);
  const target = options.target ?? rateOfAll(units);
  const at = (exposure: number) => ({ family, rate: target, exposure });
  const scores = units.map(({ count, exposure }) => (target === 0 ? 0 : steadyScore(at(exposure), count)));
  const chance = units.map(({ exposure }) => chanceDeviation(at(exposure)) ** 2);
  const overdispersion = estimate(options.overdispersion, scores, chance);
  const widening = (exposure: number) => deviationOver(overdispersion, chanceDeviation(at(exposure)) ** 2);
  // The dispersion is itself estimated, from as many units.
  const degreesOfFreedom = units.length - 1;
  const isExact = widensNothing(overdispersion);
  return {
    target,
    overdispersion,
    units: units.map(({ count, exposure }, index) => {
      const score = (scores[index] ?? 0) / widening(exposure);
      const pValue = isExact ? exactChance(at(exposure), count) : 2 * studentUpper(Math.abs(score), degreesOfFreedom);
      return { rate: count / exposure, score, pValue: target === 0 ? 1 : pValue };
    }),
    limits(exposure, outside) {
      if (target === 0) return { lower: 0, upper: 0 };
      if (isExact) return over(exactLimits(at(exposure), outside), exposure);
      const reach = studentUpperQuantile(outside / 2, degreesOfFreedom) * widening(exposure);
      const [lower, upper] = [countAtScore(at(exposure), -reach), countAtScore(at(exposure), reach)];
      return over({ lower, upper }, exposure);
    },
  };
}

function over({ lower, upper }: FunnelLimits, exposure: number): FunnelLimits {
  return { lower: lower / exposure, upper: upper / exposure };
}

function estimate(kind: Overdispersion['kind'], scores: number[], chance: number[]): Overdispersion {
  if (kind === 'none') return { kind };
  const factor = dispersionFactor(scores);
  if (kind === 'multiplicative') return { kind, factor: Math.max(1, factor) };
  return { kind, variance: varianceBetween(factor, chance) };
}

/** How many times wider than by chance alone a unit's limits are, given the variance that chance gives it. */
function deviationOver(overdispersion: Overdispersion, chance: number): number {
  if (overdispersion.kind === 'none') return 1;
  if (overdispersion.kind === 'multiplicative') return Math.sqrt(overdispersion.factor);
  return Math.sqrt(1 + overdispersion.variance / chance);
}

function widensNothing(overdispersion: Overdispersion): boolean {
  return overdispersion.kind === 'none' || deviationOver(overdispersion, 1) === 1;
}

function rateOfAll(units: readonly FunnelUnit[]): number {
  const sum = (of: keyof FunnelUnit) => units.reduce((total, unit) => total + unit[of], 0);
  return sum('count') / sum('exposure');
}

function requireUnits(units: readonly FunnelUnit[], family: FunnelFamily): void {
  if (units.length < 2) throw new InvalidArgument('A funnel compares at least two units.');
  for (const { count, exposure } of units) {
    if (!(Number.isInteger(count) && count >= 0)) throw new InvalidArgument(`${count} is no count.`);
    if (!(exposure > 0 && Number.isFinite(exposure))) throw new InvalidArgument(`${exposure} is no exposure.`);
    if (family === 'binomial' && count > exposure) throw new InvalidArgument(`${count} of ${exposure} is no share.`);
  }
}
