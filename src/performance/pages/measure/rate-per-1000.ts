import type { WardFigure } from './model.ts';

/** Counted for every 1,000 residents; null where either is not known or nobody lives there. */
export function ratePer1000({ count, residents }: Pick<WardFigure, 'count' | 'residents'>): number | null {
  return count === null || residents === null || residents === 0 ? null : (count / residents) * 1000;
}
