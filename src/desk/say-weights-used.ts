import type { OptimalPlan } from '../allocation/index.ts';
import { findComponent } from '../demand/index.ts';
import { percent } from '../ui/percent.ts';

/**
 * How much of the weights a plan rests on, where parts that were to count have no figures: "Worked out from 50% of the
 * weights: anti-social behaviour and 3 more are missing." null when it rests on all of them.
 */
export function sayWeightsUsed({ missing }: Pick<OptimalPlan, 'missing'>): string | null {
  const [heaviest, ...others] = missing.filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
  if (heaviest === undefined) return null;
  const gone = others.reduce((total, { weight }) => total + weight, heaviest.weight);
  const title = findComponent(heaviest.component)?.title ?? heaviest.component;
  const which = others.length === 0 ? 'is missing' : `and ${others.length} more are missing`;
  return `Worked out from ${percent(1 - gone).replace('.0%', '%')} of the weights: ${lowerFirst(title)} ${which}.`;
}

/** The title within a sentence; only its first letter changes, so that names stay as they are. */
function lowerFirst(title: string): string {
  return title.slice(0, 1).toLowerCase() + title.slice(1);
}
