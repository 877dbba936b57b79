import { seededRandom } from '../../../src/lib/statistics/random.ts';

/** Chance that can be repeated. */
export interface Random {
  /** A whole number from 0 up to but not including `end`; 0 when there is none. */
  below(end: number): number;
  pick<T>(items: readonly T[]): T | undefined;
}

export function chance(seed: number): Random {
  const next = seededRandom(seed);
  const below = (end: number): number => (end > 0 ? Math.floor(next() * end) : 0);
  return { below, pick: (items) => items[below(items.length)] };
}
