import { gapBetween } from './gap-between.ts';

/** What came of asking for an answer whose largest is at most a level. */
export type Attempt<A> = { kind: 'found'; answer: A; largest: number } | { kind: 'none' } | { kind: 'unknown' };

/** The least largest that was found, and what no answer can be below. */
export type LeastLargest<A> =
  | { kind: 'found'; answer: A; largest: number; bound: number; inTime: boolean }
  | { kind: 'none' }
  | { kind: 'unknown' };

/**
 * Finds the answer whose largest part is least, by halving a list of levels: at each it is asked whether any answer stays
 * at or below. An answer at one level and none at the level before it are the proof; a model that makes a maximum least
 * has a relaxation too weak for one.
 * @param levels every value the largest can have, rising
 * @param bound no answer's largest is below it
 * @param gap relative distance at which the search may stop
 * @param attempt asks for an answer at or below a level; largest is one of the levels
 * @param first an answer that is known already
 * @source Edmonds & Fulkerson (1970), Bottleneck extrema, doi:10.1016/S0021-9800(70)80083-7
 */
export async function leastLargest<A>(
  levels: readonly number[],
  bound: number,
  gap: number,
  attempt: (level: number) => Promise<Attempt<A>>,
  first: { answer: A; largest: number } | null = null,
): Promise<LeastLargest<A>> {
  const begin = first === null ? await attempt(levels.at(-1) ?? 0) : { kind: 'found' as const, ...first };
  if (begin.kind !== 'found') return begin;
  let best = begin;
  let low = levels.findIndex((level) => level >= bound);
  let high = levels.indexOf(best.largest);
  let inTime = true;
  while (low < high && gapBetween(best.largest, levels[low] ?? 0) > gap) {
    const middle = Math.floor((low + high) / 2);
    const next = await attempt(levels[middle] ?? 0);
    if (next.kind === 'unknown') {
      inTime = false;
      break;
    }
    if (next.kind === 'none') low = middle + 1;
    else {
      best = next;
      high = levels.indexOf(next.largest);
    }
  }
  return { ...best, bound: levels[Math.min(low, high)] ?? best.largest, inTime };
}
