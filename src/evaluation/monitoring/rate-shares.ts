import type { Charter } from '../model.ts';

/**
 * The part of the charter's false-alarm rates that each outcome of each treated group has: harm is looked for in primary and
 * guard outcomes, benefit in primary ones, and the rate is split evenly over all that are looked at, so that the chance of
 * any false alarm among them is at most the rate (Bonferroni). 0 where nothing is looked for.
 */
export function rateShares({ outcomes, treated, stopRule }: Pick<Charter, 'outcomes' | 'treated' | 'stopRule'>): {
  harm: number;
  benefit: number;
} {
  const primary = outcomes.filter(({ role }) => role === 'primary').length;
  const guarded = outcomes.filter(({ role }) => role !== 'context').length;
  return {
    harm: guarded === 0 ? 0 : stopRule.harmRate / (guarded * treated.length),
    benefit: primary === 0 ? 0 : stopRule.benefitRate / (primary * treated.length),
  };
}
